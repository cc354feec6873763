package io.vestibule.rules.person;

import io.vestibule.base.PersonId;
import io.vestibule.people.change.Undo;
import java.time.Instant;

/// Undoes the change of a person together with the cascade to the rules that name the person.
record RuleCascadeUndo(Undo change, Runnable back) implements Undo {

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
        boolean undone = change.undo();
        if (undone) {
            back.run();
        }
        return undone;
    }
}
