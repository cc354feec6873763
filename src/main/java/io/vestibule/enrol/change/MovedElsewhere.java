package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.Records;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Photos that were given to somebody else while another collection was in use. Where they were before, the face is
/// still with the user it was with: whoever asks that collection is told the wrong person. It is brought to the right
/// one when the collection is used again.
public final class MovedElsewhere {

    private final Records records;
    private final Collections collections;

    public MovedElsewhere(Records records, Collections collections) {
        this.records = records;
        this.collections = collections;
    }

    /// Writes down what the collections in use lack. What is on its way already is left to that. Called at every start.
    public void resume() {
        records.people().companies().all().stream()
                .map(company -> collections.known(company.id()))
                .flatMap(Optional::stream)
                .flatMap(collection -> records.people().collections().held(collection.id()).stream())
                .filter(photo -> records.journal().openFor(photo.toString()).isEmpty())
                .flatMap(photo -> records.people().photos().find(photo).stream())
                .collect(Collectors.groupingBy(PhotoRecord::person))
                .forEach(this::bring);
    }

    private void bring(PersonId owner, List<PhotoRecord> photos) {
        var moved = photos.stream()
                .map(photo -> new Change.Moved(photo.id(), photo.place(), false))
                .toList();
        records.people()
                .persons()
                .find(owner)
                .ifPresent(person -> records.journal().add(PhotoMove.steps(person, moved, false), Duration.ZERO));
    }
}
