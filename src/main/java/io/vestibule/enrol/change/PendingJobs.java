package io.vestibule.enrol.change;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The open jobs of a person and their photos.
final class PendingJobs {

    private static final List<EnrolStep> TO_USER =
            List.of(EnrolStep.CREATE_USER, EnrolStep.ASSOCIATE_FIRST, EnrolStep.ASSOCIATE_REST, EnrolStep.FOLLOW_USER);

    private static final List<EnrolStep> AFTER_MOVE = List.of(EnrolStep.FOLLOW_USER, EnrolStep.DELETE_EMPTY_USER);

    private final EnrolContext context;

    PendingJobs(EnrolContext enrolContext) {
        this.context = enrolContext;
    }

    /// All jobs that can be retried, including those that wait for one of the person's photos.
    List<UUID> all(PersonId person) {
        return about(person).toList();
    }

    /// A merged person must be erased completely, even if the person who received their photos is removed.
    private static boolean closesMerge(List<Step> steps) {
        return steps.stream().anyMatch(EnrolStep.DELETE_PERSON::is);
    }

    /// Jobs about the person, or about a photo of theirs that is not removed.
    private Stream<UUID> about(PersonId person) {
        var photos = context.people().photos().findByPerson(person).stream().map(PhotoRecord::id);
        return Stream.concat(Stream.of(person.toString()), photos.map(PhotoId::toString))
                .flatMap(subject -> context.journal().openStepsFor(subject).stream())
                .map(Step::job)
                .distinct();
    }

    /// Whether another person loses something with the job: a photo was moved to or from them before the job was
    /// done. Steps of a job that goes on skip people who are hidden. The last steps of a move are about the person
    /// who had the photo, and nothing is lost with them.
    private boolean concernsOthers(PersonId person, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state() != StepState.DONE && step.state() != StepState.DROPPED)
                .filter(step -> AFTER_MOVE.stream().noneMatch(kind -> kind.is(step)))
                .flatMap(step -> owner(step).stream())
                .anyMatch(owner -> !owner.equals(person));
    }

    /// Empty if what the step is about does not exist any more.
    private Optional<PersonId> owner(Step step) {
        return context.people()
                .photos()
                .find(PhotoId.of(step.subject()))
                .map(PhotoRecord::person)
                .or(() -> context.people()
                        .persons()
                        .find(PersonId.of(step.subject()))
                        .map(Person::id));
    }

    private boolean mayDrop(PersonId person, UUID job) {
        var steps = context.journal().steps(job);
        return !closesMerge(steps) && !concernsOthers(person, steps);
    }

    /// @return the jobs that were dropped
    List<UUID> drop(PersonId person) {
        var jobs = about(person).filter(job -> mayDrop(person, job)).toList();
        jobs.forEach(context.journal()::drop);
        return jobs;
    }

    /// Whether the duplicate search of this person was not answered yet, so that nothing of theirs was sent.
    boolean isUnasked(PersonId person) {
        return context.journal().openStepsFor(person.toString()).stream().anyMatch(EnrolStep.SEARCH_FIRST::is);
    }

    /// Adds what dropped jobs had not done yet. A step that was running when its job was dropped is repeated,
    /// as after a crash.
    void restore(CompanyId company, List<UUID> dropped) {
        dropped.forEach(job -> {
            var steps = context.journal().steps(job).stream()
                    .filter(step -> step.state() != StepState.DONE)
                    .flatMap(step -> EnrolStep.of(step.kind()).map(kind -> new NewStep(kind, step.subject())).stream())
                    .toList();
            if (!steps.isEmpty()) {
                context.journal().add(company, steps, Duration.ZERO);
            }
        });
    }

    /// Sends what is not associated yet of a person who was hidden, or one of whose photos was: steps of other jobs
    /// skipped it meanwhile. Call this before [#restore].
    ///
    /// @param interrupted jobs that will be restored; their photos are left to them
    void resend(PersonId person, UUID collection, List<UUID> interrupted) {
        var covered = interrupted.stream()
                .flatMap(job -> context.journal().steps(job).stream())
                .filter(step -> step.state() != StepState.DONE)
                .toList();
        if (covered.stream().anyMatch(EnrolStep.SEARCH_FIRST::is)) {
            return;
        }
        var subjects = covered.stream().map(Step::subject).toList();
        var photos = context.people().collections().faces(person, collection).stream()
                .filter(face -> face.state().isInProgress())
                .map(face -> face.photo())
                .filter(photo -> !subjects.contains(photo.toString()))
                .toList();
        var updating = context.people()
                .collections()
                .user(person, collection)
                .filter(user -> !user.active() && !user.status().equals(CollectionUser.NONE))
                .isPresent();
        if (!photos.isEmpty()) {
            context.journal().add(context.companyOf(person), steps(person, photos), Duration.ZERO);
        } else if (updating && !subjects.contains(person.toString())) {
            context.journal()
                    .add(
                            context.companyOf(person),
                            List.of(new NewStep(EnrolStep.FOLLOW_USER, person.toString())),
                            Duration.ZERO);
        }
    }

    private List<NewStep> steps(PersonId person, List<PhotoId> photos) {
        var steps = new ArrayList<NewStep>();
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.FREE_FACE, photo.toString())));
        photos.forEach(photo -> steps.add(new NewStep(
                context.people().photos().pendingUpload(photo).isPresent()
                        ? EnrolStep.STORE_PHOTO
                        : EnrolStep.CARRY_PHOTO,
                photo.toString())));
        photos.forEach(photo -> steps.add(new NewStep(EnrolStep.INDEX_PHOTO, photo.toString())));
        TO_USER.forEach(kind -> steps.add(new NewStep(kind, person.toString())));
        return steps;
    }
}
