package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.Match;
import io.vestibule.enrol.Records;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.Person;
import io.vestibule.people.change.Undo;
import java.util.Optional;
import java.util.UUID;

/// The question that could not be asked while the service was away: somebody was saved, and the search that came first
/// later on found somebody alike. Their enrolment is parked until it is answered.
public final class DuplicateFlow {

    /// @param newcomer who was saved, of whom nothing was sent yet
    /// @param match who is there already
    /// @param job the parked enrolment
    public record Question(Person newcomer, Match match, UUID job) {}

    private final Records records;
    private final MergeFlow merge;
    private final Known known;

    public DuplicateFlow(Records records, MergeFlow merge) {
        this.records = records;
        this.merge = merge;
        this.known = new Known(records);
    }

    /// The question about this person, if there is one. A match who was removed meanwhile is none: then the enrolment
    /// goes on by itself when it is tried again.
    public Optional<Question> about(PersonId newcomer) {
        return records.journal().openFor(newcomer.toString()).stream()
                .filter(step -> EnrolStep.SEARCH_FIRST.is(step) && step.state() == StepState.PARKED)
                .findFirst()
                .flatMap(step -> question(newcomer, step));
    }

    private Optional<Question> question(PersonId newcomer, Step step) {
        var args = step.problem()
                .filter(problem -> problem.code().equals("enrol.looks-enrolled"))
                .map(problem -> problem.args());
        return args.flatMap(told -> known.present(newcomer)
                .flatMap(saved -> known.present(PersonId.of(told.getFirst()))
                        .map(found -> new Question(
                                saved, new Match(found, Float.parseFloat(told.get(1)), told.get(2)), step.job()))));
    }

    /// @param decision the same answers as before saving. Who is to be dropped altogether is removed instead.
    /// @return how to take it back, where that is possible
    public Optional<Undo> answer(PersonId newcomer, Decision decision) {
        records.session().require(Permission.ENROL);
        var question = about(newcomer).orElseThrow(() -> new EnrolException("enrol.answered-already"));
        return switch (decision) {
            case Decision.SamePerson same -> Optional.of(merge.join(newcomer, same.person(), false));
            case Decision.UpdatedPerson updated -> {
                merge.join(newcomer, updated.person(), true);
                yield Optional.empty();
            }
            case Decision.DifferentPerson different -> {
                goOn(question, different.lookAlike());
                yield Optional.empty();
            }
            case Decision.Unknown _, Decision.NotAsked _ ->
                throw new IllegalArgumentException("Somebody was found, and this is no answer to that");
        };
    }

    private void goOn(Question question, PersonId lookAlike) {
        records.database().transaction(() -> {
            var operator = records.session().require(Permission.ENROL).id();
            records.people()
                    .persons()
                    .setLookAlike(
                            question.newcomer().id(),
                            lookAlike,
                            operator,
                            records.clock().instant());
            records.log().append("person.different", question.newcomer().id().toString());
            records.journal().hasten(question.job());
        });
    }
}
