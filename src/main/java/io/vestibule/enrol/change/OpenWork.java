package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Records;
import io.vestibule.journal.Step;
import io.vestibule.people.PhotoRecord;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What the journal still has to do for somebody and their photos.
final class OpenWork {

    private final Records records;

    OpenWork(Records records) {
        this.records = records;
    }

    /// Jobs about the person or about a photo of theirs that is not on its way out.
    List<UUID> jobs(PersonId person) {
        var photos = records.people().photos().of(person).stream().map(PhotoRecord::id);
        return Stream.concat(Stream.of(person.toString()), photos.map(PhotoId::toString))
                .flatMap(subject -> records.journal().openFor(subject).stream())
                .map(Step::job)
                .distinct()
                .toList();
    }

    /// @return whether there was anything to drop
    boolean drop(PersonId person) {
        var jobs = jobs(person);
        jobs.forEach(records.journal()::drop);
        return !jobs.isEmpty();
    }
}
