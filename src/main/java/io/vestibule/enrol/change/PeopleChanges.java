package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.Records;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import java.util.List;

/// All changes of people behind the one port that screens know.
public final class PeopleChanges implements PersonCommands {

    private final Records records;
    private final RemoveFlow remove;

    public PeopleChanges(Records records, RemoveFlow remove) {
        this.records = records;
        this.remove = remove;
    }

    @Override
    public Undo edit(PersonId person, PersonEdit edit) {
        throw new UnsupportedOperationException("edit");
    }

    @Override
    public Undo move(PhotoId photo, PersonId to) {
        throw new UnsupportedOperationException("move");
    }

    @Override
    public Undo merge(PersonId from, PersonId into) {
        throw new UnsupportedOperationException("merge");
    }

    @Override
    public Undo removePhoto(PhotoId photo) {
        return remove.removePhoto(photo);
    }

    @Override
    public Undo remove(PersonId person) {
        return remove.remove(person);
    }

    @Override
    public List<Undo> undoable() {
        return records.changes().open(records.clock().instant()).stream()
                .map(remove::undoable)
                .toList();
    }

    @Override
    public void retry(PersonId person) {
        remove.retry(person);
    }
}
