package io.vestibule.enrol.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.PersonKind;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// Lets pictures in only on a legal basis: of a new person by the form, of an enrolled person by what is
/// recorded or answered now. What comes before waits, unread. FX thread.
final class PictureGate {

    private final EnrolForm form;
    private final AddedPhotos added;
    private final PhotoStrip photos;
    private final Consumer<Problem> problems;
    private final WaitingPictures waiting = new WaitingPictures();
    private final BooleanBinding permitted;
    private final BooleanBinding declined;

    PictureGate(EnrolForm form, AddedPhotos added, PhotoStrip photos, Consumer<Problem> problems) {
        this.form = form;
        this.added = added;
        this.photos = photos;
        this.problems = problems;
        this.permitted = Bindings.createBooleanBinding(
                () -> added.isOpen() ? added.permitted().get() : form.basis().get(),
                added.request(),
                added.permitted(),
                form.basis());
        this.declined = Bindings.createBooleanBinding(
                () -> added.isOpen() ? added.declined().get() : form.declined().get(),
                added.request(),
                added.declined(),
                form.declined());
        permitted.subscribe(allowed -> {
            if (allowed) {
                waiting.takeUp();
            }
        });
    }

    BooleanBinding permitted() {
        return permitted;
    }

    BooleanBinding declined() {
        return declined;
    }

    WaitingPictures waiting() {
        return waiting;
    }

    /// What is missing while photos are not permitted.
    Problem missing() {
        if (declined.get()) {
            return Problem.of("enrol.declined-again");
        }
        var watch = !added.isOpen() && form.chosenKind() == PersonKind.WATCH;
        return Problem.of(watch ? "enrol.reason-missing" : "enrol.consent-missing");
    }

    /// Reads the pictures now, or as soon as there is consent or a reason.
    ///
    /// @param add reads the pictures and adds them to the strip
    void give(Runnable add) {
        if (permitted.get()) {
            add.run();
            return;
        }
        if (!declined.get()) {
            waiting.put(add);
        }
        problems.accept(missing());
    }

    /// The person refuses photos: those that were taken or wait are put aside.
    ///
    /// @return brings them back, with the answer before
    Runnable dropPhotos() {
        var tiles = List.copyOf(photos.tiles());
        var unread = waiting.removeAll();
        var adding = added.request().get();
        var before = form.consentBeforeDecline();
        photos.clear();
        return () -> {
            if (!adding.equals(added.request().get())) {
                return;
            }
            if (adding.isPresent()) {
                added.answer().clear();
            } else {
                form.consent.setAll(before);
            }
            photos.restore(tiles);
            waiting.restore(unread);
        };
    }
}
