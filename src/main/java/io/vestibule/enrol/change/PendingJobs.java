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

/// What the journal still has to do for somebody and their photos.
final class PendingJobs {

    private final EnrolContext context;

    PendingJobs(EnrolContext enrolContext) {
        this.context = enrolContext;
    }

    /// Everything that can be tried again, also what waits for one of the person's photos.
    List<UUID> all(PersonId person) {
        return about(person).toList();
    }

    /// Of somebody who was merged nothing may stay, whatever becomes of the person their photos went to.
    private boolean closesMerge(UUID job) {
        return context.journal().steps(job).stream().anyMatch(step -> EnrolStep.DELETE_PERSON.is(step));
    }

    /// Jobs about the person, or about a photo of theirs that is not on its way out.
    private Stream<UUID> about(PersonId person) {
        var photos = context.people().photos().findByPerson(person).stream().map(PhotoRecord::id);
        return Stream.concat(Stream.of(person.toString()), photos.map(PhotoId::toString))
                .flatMap(subject -> context.journal().openStepsFor(subject).stream())
                .map(Step::job)
                .distinct();
    }

    /// @return whether there was anything to drop
    boolean drop(PersonId person) {
        var jobs = about(person).filter(job -> !closesMerge(job)).toList();
        jobs.forEach(context.journal()::drop);
        return !jobs.isEmpty();
    }
}
