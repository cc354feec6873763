package io.vestibule.enrol.change;

import io.vestibule.audit.Permission;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.enrol.PersonMatch;
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
    public record Question(Person newcomer, PersonMatch match, UUID job) {}

    private final EnrolContext context;
    private final MergeFlow merge;
    private final ChangeGuards guards;

    public DuplicateFlow(EnrolContext enrolContext, MergeFlow merge) {
        this.context = enrolContext;
        this.merge = merge;
        this.guards = new ChangeGuards(enrolContext);
    }

    /// The question about this person, if there is one. A match who was removed meanwhile is none: then the enrolment
    /// goes on by itself when it is tried again.
    public Optional<Question> findQuestion(PersonId newcomer) {
        return context.journal().openStepsFor(newcomer.toString()).stream()
                .filter(step -> EnrolStep.SEARCH_FIRST.is(step) && step.state() == StepState.PARKED)
                .findFirst()
                .flatMap(step -> question(newcomer, step));
    }

    private Optional<Question> question(PersonId newcomer, Step step) {
        var args = step.problem()
                .filter(problem -> problem.code().equals("enrol.looks-enrolled"))
                .map(problem -> problem.args());
        return args.flatMap(told -> guards.findPerson(newcomer)
                .flatMap(saved -> guards.findPerson(PersonId.of(told.getFirst()))
                        .map(found -> new Question(
                                saved,
                                new PersonMatch(found, Float.parseFloat(told.get(1)), told.get(2)),
                                step.job()))));
    }

    /// @param duplicateDecision the same answers as before saving. Who is to be dropped altogether is removed instead.
    /// @return how to take it back, where that is possible
    public Optional<Undo> answer(PersonId newcomer, DuplicateDecision duplicateDecision) {
        context.session().require(Permission.ENROL);
        var question = findQuestion(newcomer).orElseThrow(() -> new EnrolException("enrol.answered-already"));
        return switch (duplicateDecision) {
            case DuplicateDecision.SamePerson same -> Optional.of(merge.mergeDuplicate(newcomer, same.person(), false));
            case DuplicateDecision.UpdatedPerson updated -> {
                merge.mergeDuplicate(newcomer, updated.person(), true);
                yield Optional.empty();
            }
            case DuplicateDecision.DifferentPerson different -> {
                resumeEnrolment(question, different.lookAlike());
                yield Optional.empty();
            }
            case DuplicateDecision.NoDuplicate _, DuplicateDecision.SearchDeferred _ ->
                throw new IllegalArgumentException("Somebody was found, and this is no answer to that");
        };
    }

    private void resumeEnrolment(Question question, PersonId lookAlike) {
        context.database().transaction(() -> {
            var operator = context.session().require(Permission.ENROL).id();
            context.people()
                    .persons()
                    .setLookAlike(
                            question.newcomer().id(),
                            lookAlike,
                            operator,
                            context.clock().instant());
            context.log().append("person.different", question.newcomer().id().toString());
            context.journal().retryNow(question.job());
        });
    }
}
