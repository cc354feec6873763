package io.vestibule.app.tour;

import io.vestibule.app.desktop.Desktop;
import io.vestibule.app.wiring.House;
import io.vestibule.enrol.ui.Duplicate;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.Result;
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

/// Enrols people on the Enrol screen as reception would, and tells photo by photo what became of it.
final class Visit {

    private final Desktop desktop;
    private final House house;
    private final Report report;
    private final Album album;
    private final EnrolModel model;
    private boolean draftPictured;

    Visit(Desktop desktop, House house, Report report, Album album) {
        this.desktop = desktop;
        this.house = house;
        this.report = report;
        this.album = album;
        this.model = Hand.on(() -> desktop.screens().orElseThrow().enrolModel());
    }

    void enrol(Subject subject) throws IOException {
        report.line(subject.name());
        begin(subject.name());
        var words = new HashMap<String, String>();
        for (var picture : subject.photos()) {
            var tile = add(picture);
            told(picture, tile, words);
        }
        if (words.isEmpty()) {
            report.fault("no photo of " + subject.name() + " was accepted");
            Hand.act(model::clear);
            return;
        }
        if (!draftPictured) {
            draftPictured = true;
            album.take("enrol-photos");
        }
        var duplicate = save();
        if (duplicate.isPresent()) {
            report.line(
                    "  already enrolled as " + duplicate.get().match().person().name() + "; left as it is");
            leave();
            return;
        }
        follow(subject, words);
    }

    /// Finds somebody by a photo that was never enrolled: Save asks whether it is them.
    void find(Subject subject) throws IOException {
        if (subject.probe().isEmpty()) {
            return;
        }
        var probe = subject.probe().get();
        begin("Somebody");
        add(probe);
        var found = save();
        if (found.isEmpty() || !found.get().match().person().name().equals(subject.name())) {
            report.fault(probe.word() + " did not find " + subject.name());
            return;
        }
        var match = found.get().match();
        report.line("%s: this is %s (%.1f %% on %s)"
                .formatted(probe.word(), match.person().name(), match.similarity(), match.engine()));
        album.take("enrol-duplicate");
        leave();
    }

    private void begin(String name) {
        Hand.act(() -> {
            desktop.shell().orElseThrow().open("enrol");
            ((TextField) find("#enrol-name")).setText(name);
            var spoken = find("#enrol-consent").lookupAll(".toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .findFirst()
                    .orElseThrow();
            spoken.fire();
        });
    }

    private Tile add(Subject.Picture picture) {
        Hand.act(() -> model.add(picture.bytes()));
        var tile = Hand.on(() -> model.photos().tiles().getLast());
        Hand.until(picture.word() + " to be looked at", () -> tile.state().get() != State.RUNNING);
        return tile;
    }

    private void told(Subject.Picture picture, Tile tile, Map<String, String> words) throws IOException {
        var said = Hand.on(() -> tile.words().get());
        var photo = Hand.on(tile::photo);
        if (photo.isPresent()) {
            words.put(photo.get().photo().sha256(), picture.word());
            report.line("  " + picture.word() + ": one face found. " + said);
        } else if (Hand.on(tile::group).isPresent()) {
            report.line("  " + picture.word() + ": refused. " + said);
            picker(tile);
        } else {
            report.line("  " + picture.word() + ": refused. " + said);
        }
    }

    /// Opens the picker of faces and leaves it again.
    private void picker(Tile tile) throws IOException {
        Hand.act(() -> desktop.scene().getRoot().lookupAll(".tile-pick").stream()
                .filter(Node::isVisible)
                .map(ButtonBase.class::cast)
                .forEach(ButtonBase::fire));
        album.take("enrol-picker");
        Hand.act(() -> {
            desktop.furniture().overlay().close();
            model.photos().remove(tile);
        });
    }

    /// Presses Save.
    ///
    /// @return somebody alike whom the screen asks about
    private Optional<Duplicate> save() {
        var before = Hand.on(this::last);
        Hand.act(() -> ((ButtonBase) find(".title-row .accent")).fire());
        Hand.until(
                "the form to be saved",
                () -> !model.saving().get() && (model.duplicate().get().isPresent() || !last().equals(before)));
        return Hand.on(() -> model.duplicate().get());
    }

    private Optional<Result> last() {
        return model.results().people().stream().findFirst();
    }

    private void leave() {
        Hand.act(() -> {
            desktop.furniture().overlay().close();
            model.clear();
        });
    }

    private void follow(Subject subject, Map<String, String> words) {
        var result = Hand.on(this::last).orElseThrow();
        Hand.until(
                subject.name() + " to be searchable",
                () -> result.state().get() != State.RUNNING && result.state().get() != State.WAITING);
        var person = house.cellar().people().persons().find(result.person()).orElseThrow();
        tell(person, words);
        var state = Hand.on(() -> result.state().get());
        var said = Hand.on(() -> result.words().get());
        var searchable = state == State.DONE || state == State.LOOK;
        report.line("  " + subject.name() + " is " + (searchable ? "ACTIVE. " : "not ACTIVE. ") + said);
        if (!searchable) {
            report.fault(subject.name() + " did not become ACTIVE");
        }
    }

    private void tell(Person person, Map<String, String> words) {
        var faces = house.enrol().standings().faces(person);
        for (var photo : house.cellar().people().photos().of(person.id())) {
            faces.stream()
                    .filter(face -> face.photo().equals(photo.id()))
                    .forEach(face -> report.line("  " + words.getOrDefault(photo.sha256(), "photo") + ": stored, "
                            + (face.faceId().isPresent() ? "indexed, " : "")
                            + (face.state() == FaceState.ASSOCIATED
                                    ? "associated"
                                    : face.state() + " " + String.join(", ", face.reasons()))));
        }
    }

    private Node find(String selector) {
        var node = desktop.scene().getRoot().lookup(selector);
        if (node == null) {
            throw new Hand.Stuck("the screen has no " + selector);
        }
        return node;
    }
}
