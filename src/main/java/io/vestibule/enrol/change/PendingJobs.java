package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.Step;
import io.vestibule.people.PhotoRecord;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The open jobs of a person and their photos.
final class PendingJobs {

    private final EnrolContext context;

    PendingJobs(EnrolContext enrolContext) {
        this.context = enrolContext;
    }

    /// All jobs that can be retried, including those that wait for one of the person's photos.
    List<UUID> all(PersonId person) {
        return about(person).toList();
    }

    /// A merged person must be erased completely, even if the person who received their photos is removed.
    private boolean closesMerge(UUID job) {
        return context.journal().steps(job).stream().anyMatch(step -> EnrolStep.DELETE_PERSON.is(step));
    }

    /// Jobs about the person, or about a photo of theirs that is not removed.
    private Stream<UUID> about(PersonId person) {
        var photos = context.people().photos().findByPerson(person).stream().map(PhotoRecord::id);
        return Stream.concat(Stream.of(person.toString()), photos.map(PhotoId::toString))
                .flatMap(subject -> context.journal().openStepsFor(subject).stream())
                .map(Step::job)
                .distinct();
    }

    /// @return whether any job was dropped
    boolean drop(PersonId person) {
        var jobs = about(person).filter(job -> !closesMerge(job)).toList();
        jobs.forEach(context.journal()::drop);
        return !jobs.isEmpty();
    }
}
