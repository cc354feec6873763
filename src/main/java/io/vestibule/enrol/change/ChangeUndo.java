package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.time.Instant;
import java.util.function.Predicate;

/// A change together with the action that undoes it.
record ChangeUndo(PersonChange change, Predicate<PersonChange> undoAction) implements Undo {

    @Override
    public ChangeKind kind() {
        return change.kind();
    }

    @Override
    public PersonId person() {
        return change.person();
    }

    @Override
    public Instant until() {
        return change.until();
    }

    @Override
    public boolean undo() {
        return undoAction.test(change);
    }
}
