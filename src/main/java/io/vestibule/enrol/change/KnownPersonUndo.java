package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.people.change.PersonChange;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Undoes an enrolment of somebody who was taken for a person who is enrolled already: the values of that
/// person come back, and the photos that were added are erased. Photos that were to be replaced are still there.
final class KnownPersonUndo {

    private final EnrolContext context;
    private final ChangeGuards guards;
    private final UndoRules rules;

    KnownPersonUndo(EnrolContext enrolContext) {
        this.context = enrolContext;
        this.guards = new ChangeGuards(enrolContext);
        this.rules = new UndoRules(enrolContext);
    }

    Undo undoable(PersonChange personChange) {
        return new ChangeUndo(personChange, rules, this::revert);
    }

    private void revert(PersonChange made) {
        var person = guards.requirePerson(made.person());
        var before = made.before().orElseThrow();
        context.people().persons().update(before.applyTo(person, before.name()));
        made.basis().ifPresent(context.people().bases()::delete);
        context.log().append("person.enrolment-undone", person.id().toString());
        var added = made.moved().stream()
                .map(PersonChange.Moved::photo)
                .filter(photo -> isTheirs(photo, person.id()))
                .toList();
        added.forEach(this::hide);
        var steps = new ArrayList<NewStep>();
        added.forEach(photo -> steps.add(new NewStep(EnrolStep.ERASE_PHOTO, photo.toString())));
        if (made.newUser()) {
            steps.add(new NewStep(EnrolStep.DELETE_EMPTY_USER, person.id().toString()));
        }
        if (!steps.isEmpty()) {
            context.journal().add(person.company(), steps, Duration.ZERO);
        }
    }

    private boolean isTheirs(PhotoId photo, PersonId person) {
        return guards.findPhoto(photo)
                .filter(row -> row.person().equals(person))
                .isPresent();
    }

    private void hide(PhotoId photo) {
        context.people().photos().setRemoved(photo, Optional.of(context.clock().instant()));
        jobsOf(photo).forEach(context.journal()::drop);
    }

    /// The enrolment of the photo, as far as it is not done.
    private List<UUID> jobsOf(PhotoId photo) {
        return context.journal().openStepsFor(photo.toString()).stream()
                .map(Step::job)
                .distinct()
                .toList();
    }
}
