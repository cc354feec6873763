package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A change of a person, stored as long as it can be undone.
///
/// @param otherPerson to whom a photo was moved, or into whom the person was merged
/// @param jobs that are due when the undo period is over, and dropped when the change is undone; Activity shows the
///     first one as the change
/// @param interrupted jobs that were dropped by the change; added again when it is undone
/// @param before the previous values, of the person or, after a merge, of the other person
/// @param basis the legal basis that a renewal or an enrolment added
/// @param newUser whether whoever got photos had no user in the collection before
public record PersonChange(
        UUID id,
        Undo.ChangeKind kind,
        PersonId person,
        Optional<PersonId> otherPerson,
        Optional<PhotoId> photo,
        List<UUID> jobs,
        List<UUID> interrupted,
        Instant madeAt,
        Optional<PersonEdit> before,
        Optional<UUID> basis,
        List<Moved> moved,
        boolean newUser) {

    /// A photo that was moved to another person, or that an enrolment added.
    ///
    /// @param position of the photo before
    /// @param associated whether it was associated before
    public record Moved(PhotoId photo, int position, boolean associated) {}

    public PersonChange {
        jobs = List.copyOf(jobs);
        interrupted = List.copyOf(interrupted);
        moved = List.copyOf(moved);
    }

    /// @throws IllegalArgumentException if changes of that kind are not undone
    public static PersonChange of(Undo.ChangeKind changeKind, PersonId person, Instant now) {
        if (!changeKind.isUndoable()) {
            throw new IllegalArgumentException("Not undoable: " + changeKind);
        }
        return new PersonChange(
                UUID.randomUUID(),
                changeKind,
                person,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    /// When the undo period ends.
    public Instant until() {
        return madeAt.plus(kind.window());
    }

    public PersonChange withOtherPerson(PersonId other) {
        return new PersonChange(
                id, kind, person, Optional.of(other), photo, jobs, interrupted, madeAt, before, basis, moved, newUser);
    }

    public PersonChange withPhoto(PhotoId one) {
        return new PersonChange(
                id,
                kind,
                person,
                otherPerson,
                Optional.of(one),
                jobs,
                interrupted,
                madeAt,
                before,
                basis,
                moved,
                newUser);
    }

    /// Adds a job that is due when the undo period is over.
    public PersonChange withJob(UUID job) {
        var all = new ArrayList<>(jobs);
        all.add(job);
        return new PersonChange(
                id, kind, person, otherPerson, photo, all, interrupted, madeAt, before, basis, moved, newUser);
    }

    public PersonChange withInterrupted(List<UUID> dropped) {
        return new PersonChange(
                id, kind, person, otherPerson, photo, jobs, dropped, madeAt, before, basis, moved, newUser);
    }

    public PersonChange withBefore(PersonEdit typed) {
        return new PersonChange(
                id,
                kind,
                person,
                otherPerson,
                photo,
                jobs,
                interrupted,
                madeAt,
                Optional.of(typed),
                basis,
                moved,
                newUser);
    }

    public PersonChange withBasis(UUID added) {
        return new PersonChange(
                id,
                kind,
                person,
                otherPerson,
                photo,
                jobs,
                interrupted,
                madeAt,
                before,
                Optional.of(added),
                moved,
                newUser);
    }

    public PersonChange withMoved(List<Moved> photos) {
        return new PersonChange(
                id, kind, person, otherPerson, photo, jobs, interrupted, madeAt, before, basis, photos, newUser);
    }

    public PersonChange withNewUser(boolean created) {
        return new PersonChange(
                id, kind, person, otherPerson, photo, jobs, interrupted, madeAt, before, basis, moved, created);
    }
}
