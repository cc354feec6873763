package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.people.change.Change;
import io.vestibule.people.change.Undo;
import java.time.Instant;
import java.util.function.Predicate;

/// A change together with what takes it back.
record ChangeUndo(Change change, Predicate<Change> back) implements Undo {

    @Override
    public Deed deed() {
        return change.deed();
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
        return back.test(change);
    }
}
