package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import java.time.Duration;
import java.time.Instant;

/// A change of somebody that can still be taken back. Kept in the database: it can be taken back after a restart, too
/// (see [PersonCommands#undoable]).
public interface Undo {

    /// How long a change can be taken back.
    Duration WINDOW = Duration.ofSeconds(10);

    /// What was done, for the words on the screen.
    enum ChangeKind {
        EDIT,
        RENEW,
        MOVE,
        MERGE,
        REMOVE_PHOTO,
        REMOVE
    }

    ChangeKind kind();

    /// Who was edited or removed, whose photo was removed, whose photo was moved away, or who was merged into somebody.
    PersonId person();

    /// Until when it can be taken back.
    Instant until();

    /// Takes it back. Blocks for a moment. What has to follow in the collection follows by itself, also after a crash.
    ///
    /// @return false if it was too late, or was taken back before; then nothing has changed
    /// @throws io.vestibule.audit.AuditException if the operator may not
    boolean undo();
}
