package io.vestibule.app.tour;

import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.wiring.Application;
import io.vestibule.enrol.ui.DuplicateCandidate;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.RecentEnrolment;
import io.vestibule.enrol.ui.Tile;
import io.vestibule.people.FaceState;
import io.vestibule.people.Person;
import io.vestibule.ui.control.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/// Enrols people on the Enrol screen as an operator would, and reports the result of each photo.
final class EnrolScenario {

    private final Desktop desktop;
    private final Application application;
    private final TourReport tourReport;
    private final ScreenshotSeries screenshots;
    private final EnrolModel model;
    private boolean draftPictured;

    EnrolScenario(Desktop desktop, Application application, TourReport tourReport, ScreenshotSeries screenshotSeries) {
        this.desktop = desktop;
        this.application = application;
        this.tourReport = tourReport;
        this.screenshots = screenshotSeries;
        this.model =
                UiDriver.callOnFxThread(() -> desktop.screens().orElseThrow().enrolModel());
    }

    void enrol(TourPerson tourPerson) throws IOException {
        tourReport.line(tourPerson.name());
        startForm(tourPerson.name());
        var words = new HashMap<String, String>();
        for (var picture : tourPerson.photos()) {
            var tile = add(picture);
            reportPhoto(picture, tile, words);
        }
        if (words.isEmpty()) {
            tourReport.fail("no photo of " + tourPerson.name() + " was accepted");
            UiDriver.runOnFxThread(model::clear);
            return;
        }
        if (!draftPictured) {
            draftPictured = true;
            screenshots.capture("enrol-photos");
        }
        var duplicate = save();
        if (duplicate.isPresent()) {
            tourReport.line(
                    "  already enrolled as " + duplicate.get().match().person().name() + "; left as it is");
            leave();
            return;
        }
        awaitSearchable(tourPerson, words);
    }

    /// Finds a person by a photo that was never enrolled: Save asks whether it is the same person.
    void find(TourPerson tourPerson) throws IOException {
        if (tourPerson.probe().isEmpty()) {
            return;
        }
        var probe = tourPerson.probe().get();
        startForm("Somebody");
        add(probe);
        var found = save();
        if (found.isEmpty() || !found.get().match().person().name().equals(tourPerson.name())) {
            tourReport.fail(probe.label() + " did not find " + tourPerson.name());
            return;
        }
        var personMatch = found.get().match();
        tourReport.line("%s: this is %s (%.1f %% on %s)"
                .formatted(probe.label(), personMatch.person().name(), personMatch.similarity(), personMatch.engine()));
        screenshots.capture("enrol-duplicate");
        leave();
    }

    private void startForm(String name) {
        UiDriver.runOnFxThread(() -> {
            desktop.shell().orElseThrow().open("enrol");
            ((TextField) find("#enrol-name")).setText(name);
            var spoken = find("#enrol-consent").lookupAll(".toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .findFirst()
                    .orElseThrow();
            spoken.fire();
        });
    }

    private Tile add(TourPerson.Picture picture) {
        UiDriver.runOnFxThread(() -> model.addEncoded(picture.bytes()));
        var tile = UiDriver.callOnFxThread(() -> model.photos().tiles().getLast());
        UiDriver.waitUntil(
                picture.label() + " to be looked at", () -> tile.state().get() != State.RUNNING);
        return tile;
    }

    private void reportPhoto(TourPerson.Picture picture, Tile tile, Map<String, String> words) throws IOException {
        var said = UiDriver.callOnFxThread(() -> tile.words().get());
        var photo = UiDriver.callOnFxThread(tile::photo);
        if (photo.isPresent()) {
            words.put(photo.get().photo().sha256(), picture.label());
            tourReport.line("  " + picture.label() + ": one face found. " + said);
        } else if (UiDriver.callOnFxThread(tile::group).isPresent()) {
            tourReport.line("  " + picture.label() + ": refused. " + said);
            picker(tile);
        } else {
            tourReport.line("  " + picture.label() + ": refused. " + said);
        }
    }

    /// Opens the face picker and leaves it again.
    private void picker(Tile tile) throws IOException {
        UiDriver.runOnFxThread(() -> desktop.scene().getRoot().lookupAll(".tile-pick").stream()
                .filter(Node::isVisible)
                .map(ButtonBase.class::cast)
                .forEach(ButtonBase::fire));
        screenshots.capture("enrol-picker");
        UiDriver.runOnFxThread(() -> {
            desktop.screenContext().overlay().close();
            model.photos().remove(tile);
        });
    }

    /// Presses Save.
    ///
    /// @return a similar person about whom the screen asks
    private Optional<DuplicateCandidate> save() {
        var before = UiDriver.callOnFxThread(this::last);
        UiDriver.runOnFxThread(() -> ((ButtonBase) find(".title-row .accent")).fire());
        UiDriver.waitUntil(
                "the form to be saved",
                () -> !model.saving().get() && (model.duplicate().get().isPresent() || !last().equals(before)));
        return UiDriver.callOnFxThread(() -> model.duplicate().get());
    }

    private Optional<RecentEnrolment> last() {
        return model.recentEnrolments().people().stream().findFirst();
    }

    private void leave() {
        UiDriver.runOnFxThread(() -> {
            desktop.screenContext().overlay().close();
            model.clear();
        });
    }

    private void awaitSearchable(TourPerson tourPerson, Map<String, String> words) {
        var recentEnrolment = UiDriver.callOnFxThread(this::last).orElseThrow();
        UiDriver.waitUntil(
                tourPerson.name() + " to be searchable",
                () -> recentEnrolment.state().get() != State.RUNNING
                        && recentEnrolment.state().get() != State.WAITING);
        var person = application
                .storage()
                .people()
                .persons()
                .find(recentEnrolment.person())
                .orElseThrow();
        reportFaces(person, words);
        var state = UiDriver.callOnFxThread(() -> recentEnrolment.state().get());
        var said = UiDriver.callOnFxThread(() -> recentEnrolment.words().get());
        var searchable = state == State.DONE || state == State.LOOK;
        tourReport.line("  " + tourPerson.name() + " is " + (searchable ? "ACTIVE. " : "not ACTIVE. ") + said);
        if (!searchable) {
            tourReport.fail(tourPerson.name() + " did not become ACTIVE");
        }
    }

    private void reportFaces(Person person, Map<String, String> words) {
        var faces = application.enrol().standings().faces(person);
        for (var photo : application.storage().people().photos().findByPerson(person.id())) {
            faces.stream()
                    .filter(face -> face.photo().equals(photo.id()))
                    .forEach(face -> tourReport.line("  " + words.getOrDefault(photo.sha256(), "photo") + ": stored, "
                            + (face.faceId().isPresent() ? "indexed, " : "")
                            + (face.state() == FaceState.ASSOCIATED
                                    ? "associated"
                                    : face.state() + " " + String.join(", ", face.reasons()))));
        }
    }

    private Node find(String selector) {
        var node = desktop.scene().getRoot().lookup(selector);
        if (node == null) {
            throw new UiDriver.TourFailedException("the screen has no " + selector);
        }
        return node;
    }
}
