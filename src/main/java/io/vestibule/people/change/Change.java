package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A change of somebody, as long as it can be taken back.
///
/// @param other to whom a photo was moved, or into whom the person was merged
/// @param job what is to be done when the time is over; dropped when the change is taken back
/// @param interrupted whether work for the person was under way, and was dropped
/// @param before what was typed before, of the person or, after a merge, of the other
public record Change(
        UUID id,
        Undo.Deed deed,
        PersonId person,
        Optional<PersonId> other,
        Optional<PhotoId> photo,
        Optional<UUID> job,
        boolean interrupted,
        Instant made,
        Instant until,
        Optional<PersonEdit> before,
        List<Moved> moved) {

    /// A photo that went to somebody else.
    ///
    /// @param place of the photo before
    /// @param associated whether it was in use before
    public record Moved(PhotoId photo, int place, boolean associated) {}

    public Change {
        moved = List.copyOf(moved);
    }

    public static Change of(Undo.Deed deed, PersonId person, Instant now) {
        return new Change(
                UUID.randomUUID(),
                deed,
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                now,
                now.plus(Undo.WINDOW),
                Optional.empty(),
                List.of());
    }

    public Change to(PersonId somebody) {
        return new Change(id, deed, person, Optional.of(somebody), photo, job, interrupted, made, until, before, moved);
    }

    public Change about(PhotoId one) {
        return new Change(id, deed, person, other, Optional.of(one), job, interrupted, made, until, before, moved);
    }

    public Change followedBy(UUID work, boolean droppedOther) {
        return new Change(id, deed, person, other, photo, Optional.of(work), droppedOther, made, until, before, moved);
    }

    public Change after(PersonEdit typed) {
        return new Change(id, deed, person, other, photo, job, interrupted, made, until, Optional.of(typed), moved);
    }

    public Change moving(List<Moved> photos) {
        return new Change(id, deed, person, other, photo, job, interrupted, made, until, before, photos);
    }
}
