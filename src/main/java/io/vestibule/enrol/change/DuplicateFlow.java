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

/// The duplicate question that could not be asked while the service was unreachable: the person was saved, and the
/// deferred search found a similar person. The enrolment is parked until the operator answers.
public final class DuplicateFlow {

    /// @param newcomer the person who was saved and of whom nothing was sent yet
    /// @param match the person who is already enrolled
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

    /// The open question about this person, if any. A match who was removed in the meantime raises no question: the
    /// enrolment then resumes at its next retry.
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
        return args.flatMap(details -> guards.findPerson(newcomer)
                .flatMap(saved -> guards.findPerson(PersonId.of(details.getFirst()))
                        .map(found -> new Question(
                                saved,
                                new PersonMatch(
                                        found,
                                        Float.parseFloat(details.get(1)),
                                        details.get(2),
                                        context.people().persons().count(found.company())),
                                step.job()))));
    }

    /// @param duplicateDecision the same answers as before saving; to discard the newcomer altogether, remove them
    /// instead
    /// @return the undo, if there is one
    /// @throws EnrolException `enrol.answered-already` if there is no question, or it is about another person:
    /// the next search may have found somebody else
    public Optional<Undo> answer(PersonId newcomer, DuplicateDecision duplicateDecision) {
        context.session().require(Permission.ENROL);
        var question = findQuestion(newcomer).orElseThrow(() -> new EnrolException("enrol.answered-already"));
        var match = question.match().person().id();
        return switch (duplicateDecision) {
            case DuplicateDecision.SamePerson same -> {
                requireMatch(match, same.person());
                yield Optional.of(merge.mergeDuplicate(newcomer, match, false, same.rename()));
            }
            case DuplicateDecision.UpdatedPerson updated -> {
                requireMatch(match, updated.person());
                yield Optional.of(merge.mergeDuplicate(newcomer, match, true, updated.rename()));
            }
            case DuplicateDecision.DifferentPerson different -> {
                requireMatch(match, different.lookAlike());
                resumeEnrolment(question);
                yield Optional.empty();
            }
            case DuplicateDecision.NoDuplicate _, DuplicateDecision.SearchDeferred _ ->
                throw new IllegalArgumentException("Somebody was found, and this is no answer to that");
        };
    }

    private static void requireMatch(PersonId match, PersonId answered) {
        if (!match.equals(answered)) {
            throw new EnrolException("enrol.answered-already");
        }
    }

    private void resumeEnrolment(Question question) {
        context.database().transaction(() -> {
            var operator = context.session().require(Permission.ENROL).id();
            context.people()
                    .persons()
                    .setLookAlike(
                            question.newcomer().id(),
                            question.match().person().id(),
                            operator,
                            context.clock().instant());
            context.log().append("person.different", question.newcomer().id().toString());
            context.journal().retryNow(question.job());
        });
    }
}
