package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.time.Instant;
import java.util.function.Consumer;

/// A change, the rules that decide whether it can be undone, and what brings back the state before.
///
/// @param revert called inside the transaction of the undo, after its jobs were dropped
record ChangeUndo(PersonChange change, UndoRules rules, Consumer<PersonChange> revert) implements Undo {

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
        return rules.undo(change, revert);
    }
}
