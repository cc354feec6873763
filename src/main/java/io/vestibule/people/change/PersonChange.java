package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A change of a person, stored as long as it can be undone.
///
/// @param otherPerson to whom a photo was moved, or into whom the person was merged
/// @param job what is performed when the undo period is over; dropped when the change is undone
/// @param interrupted whether open jobs of the person were dropped
/// @param before the previous values, of the person or, after a merge, of the other person
/// @param basis the legal basis that a renewal added
public record PersonChange(
        UUID id,
        Undo.ChangeKind kind,
        PersonId person,
        Optional<PersonId> otherPerson,
        Optional<PhotoId> photo,
        Optional<UUID> job,
        boolean interrupted,
        Instant madeAt,
        Instant until,
        Optional<PersonEdit> before,
        Optional<UUID> basis,
        List<Moved> moved) {

    /// A photo that was moved to another person.
    ///
    /// @param position of the photo before
    /// @param associated whether it was associated before
    public record Moved(PhotoId photo, int position, boolean associated) {}

    public PersonChange {
        moved = List.copyOf(moved);
    }

    public static PersonChange of(Undo.ChangeKind changeKind, PersonId person, Instant now) {
        return new PersonChange(
                UUID.randomUUID(),
                changeKind,
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                now,
                now.plus(Undo.WINDOW),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public PersonChange withOtherPerson(PersonId somebody) {
        return new PersonChange(
                id, kind, person, Optional.of(somebody), photo, job, interrupted, madeAt, until, before, basis, moved);
    }

    public PersonChange withPhoto(PhotoId one) {
        return new PersonChange(
                id, kind, person, otherPerson, Optional.of(one), job, interrupted, madeAt, until, before, basis, moved);
    }

    public PersonChange withJob(UUID work, boolean droppedOther) {
        return new PersonChange(
                id,
                kind,
                person,
                otherPerson,
                photo,
                Optional.of(work),
                droppedOther,
                madeAt,
                until,
                before,
                basis,
                moved);
    }

    public PersonChange withBefore(PersonEdit typed) {
        return new PersonChange(
                id,
                kind,
                person,
                otherPerson,
                photo,
                job,
                interrupted,
                madeAt,
                until,
                Optional.of(typed),
                basis,
                moved);
    }

    public PersonChange withBasis(UUID added) {
        return new PersonChange(
                id,
                kind,
                person,
                otherPerson,
                photo,
                job,
                interrupted,
                madeAt,
                until,
                before,
                Optional.of(added),
                moved);
    }

    public PersonChange withMoved(List<Moved> photos) {
        return new PersonChange(
                id, kind, person, otherPerson, photo, job, interrupted, madeAt, until, before, basis, photos);
    }
}
