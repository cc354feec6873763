package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.capture.Guidance;
import io.vestibule.enrol.ui.AddPhotosRequest;
import io.vestibule.setup.ui.SettingsCategory;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.ui.LayoutFaults;
import io.vestibule.ui.ReadabilityFaults;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lays out every screen as it opens and with content in both languages: no text is cut, lies over another one or
/// leaves its place.
class LayoutTest extends FilledWindow {

    private static final Path SHOTS = Path.of(System.getProperty("vestibule.shots", "target/shots"), "layout");

    /// What the smallest window leaves within its frame, the usual and a large window, and what the largest text size
    /// leaves on a screen of 1366 x 768, see `FitPane`.
    private static final int[][] SIZES = {{960, 640}, {1280, 760}, {1600, 960}, {883, 589}};

    private final List<String> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noTextIsCutOrOverAnother(String language) throws Exception {
        open(Locale.forLanguageTag(language));
        for (var screen : shell.screens()) {
            openScreen(screen.id());
            measure(screen.id());
        }
        measureEnrol();
        measureLive();
        measurePeople();
        measureRules();
        measureImport();
        measureOthers();
        doOnFx(() -> shell.open("settings"));
        assertThat(faults).isEmpty();
    }

    /// WCAG 2.2: contrast of texts (1.4.3) and size of controls (2.5.8), in light and dark.
    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void everyTextHasContrastAndEveryControlIsLargeEnough(Theme.Choice look) {
        open(Locale.ENGLISH);
        doOnFx(() -> {
            context.theme().applyTo(stage().getScene());
            context.theme().choiceProperty().set(look);
        });
        for (var screen : shell.screens()) {
            openScreen(screen.id());
            faults.addAll(onFx(() -> unreadable(look + " " + screen.id())));
        }
        openScreen("people");
        selectPerson();
        faults.addAll(onFx(() -> unreadable(look + " person")));
        doOnFx(() -> {
            context.theme().choiceProperty().set(Theme.Choice.LIGHT);
            shell.open("settings");
        });
        assertThat(faults).isEmpty();
    }

    private List<String> unreadable(String state) {
        shell.root().applyCss();
        shell.root().layout();
        return ReadabilityFaults.of(shell.root(), Color.BLACK).stream()
                .map(fault -> state + ": " + fault)
                .toList();
    }

    private void measureEnrol() throws IOException {
        openScreen("enrol");
        fire("enrol.consent-answer.on-screen");
        doOnFx(() -> enrol.form().name().set(FilledApplication.LONG_NAME));
        add("sample-person-1/1.jpg", "too-blurred.jpg", "group.jpg");
        until(() -> checked(3));
        measure("enrol-photos");
        fire("enrol.save");
        until(() -> context.overlay().isOpen());
        measure("enrol-duplicate");
        doOnFx(() -> context.overlay().close());
        var people = filled.application.storage().people();
        var person = people.persons().find(filled.odd).orElseThrow();
        doOnFx(() -> screens.takePhotos(new AddPhotosRequest(
                person,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                people.bases().findByPerson(person.id()).stream().findFirst())));
        settled();
        measure("enrol-more-photos");
        doOnFx(enrol::enrolNew);
    }

    /// The camera with each of its messages, the further hint and the button to skip: the picture keeps to its place.
    private void measureLive() throws IOException {
        var settings = filled.application.storage().settings();
        settings.set(CameraKeys.SOURCE, CameraSource.FOLDER);
        settings.set(
                CameraKeys.FOLDER,
                SAMPLES.resolve("sample-person-3").toAbsolutePath().toString());
        openScreen("people");
        openScreen("enrol");
        doOnFx(screens::newPerson);
        fire("enrol.consent-answer.on-screen");
        until(() -> shell.root().lookup("#live-picture") != null
                && shell.root().lookup(".live-message") instanceof Label label
                && !label.getText().equals(words.text("capture.opening")));
        doOnFx(() -> List.of("#live-hint", "#live-skip")
                .forEach(helped -> shell.root().lookup(helped).setVisible(true)));
        doOnFx(() -> context.banners().close());
        measure("live");
        for (int[] size : SIZES) {
            faults.addAll(onFx(() -> liveFaults(size)));
        }
        doOnFx(screens::newPerson);
        settings.set(CameraKeys.SOURCE, CameraSource.NONE);
    }

    private List<String> liveFaults(int[] size) {
        var root = shell.root();
        root.resize(size[0], size[1]);
        var picture = (Parent) root.lookup("#live-picture");
        var message = (Label) root.lookup(".live-message");
        var found = new ArrayList<String>();
        for (var guidance : Guidance.values()) {
            message.setText(words.text(guidance.textKey()));
            root.layout();
            found.addAll(LayoutFaults.of(picture));
        }
        var name = root.lookup("#enrol-name");
        var place = picture.localToScene(picture.getLayoutBounds());
        if (place.getMaxX() > name.localToScene(name.getLayoutBounds()).getMinX() || place.getHeight() < 110) {
            found.add("the picture is at " + place);
        }
        return found.stream()
                .map(fault -> "live-" + words.locale().getLanguage() + "-" + size[0] + ": " + fault)
                .toList();
    }

    private void measurePeople() throws IOException {
        openScreen("people");
        selectPerson();
        until(() -> shows("people.repair"));
        measure("people-person");
        fire("people.repair");
        until(() -> context.overlay().isOpen());
        measure("people-repair");
        fire("people.repair.move");
        settled();
        measure("people-move");
        doOnFx(() -> context.overlay().close());
        fire("people.renew");
        measure("people-renew");
        doOnFx(() -> context.overlay().close());
        fire("people.merge");
        settled();
        measure("people-merge-with");
        doOnFx(() -> context.overlay().close());
        fire("people.edit");
        measure("people-edit");
        fire("people.cancel");
    }

    private void measureRules() throws IOException {
        openScreen("rules");
        until(() -> list().getItems().size() > 1);
        doOnFx(() -> list().getSelectionModel().clearAndSelect(0));
        settled();
        measure("rules-filled");
        fire("rules.rehearse");
        settled();
        measure("rules-test");
        fire("rules.holidays");
        settled();
        measure("rules-holidays");
        openScreen("rules");
        fire("rules.new");
        settled();
        // The cards fold to fit each of the sizes.
        measure("rules-new");
        fire("rules.send");
        settled();
        measure("rules-new-refused");
    }

    private void measureImport() throws IOException {
        openScreen("import");
        fire("bulk.choose-list");
        until(() -> shows("bulk.check"));
        measure("import-columns");
        fire("bulk.check");
        until(() -> table().filter(rows -> rows.getItems().size() == 4).isPresent());
        settled();
        for (int row = 0; row < 4; row++) {
            int selected = row;
            doOnFx(() -> table().orElseThrow().getSelectionModel().clearAndSelect(selected));
            settled();
            measure("import-row-" + row);
        }
    }

    private void measureOthers() throws IOException {
        openScreen("activity");
        until(() -> shell.root().lookup(".activity-list") instanceof ListView<?>);
        doOnFx(() -> ((ListView<?>) shell.root().lookup(".activity-list"))
                .getSelectionModel()
                .clearAndSelect(1));
        settled();
        measure("activity-job");
        openScreen("collection");
        fire("doctor.open");
        fire("doctor.compare");
        settled();
        measure("collection-compared");
        openScreen("privacy");
        fire("privacy.section.erasures");
        until(() -> table().filter(rows -> !rows.getItems().isEmpty()).isPresent());
        doOnFx(() -> table().orElseThrow().getSelectionModel().clearAndSelect(0));
        settled();
        measure("privacy-erasure");
        openScreen("settings");
        for (var category : SettingsCategory.values()) {
            doOnFx(() -> ((SettingsView) shell.currentView().orElseThrow()).open(category));
            settled();
            measure("settings-" + category);
        }
        doOnFx(() -> context.overlay().show("", new io.vestibule.ui.control.KeysPane(words, shell.shortcuts())));
        measure("keys");
    }

    private void measure(String state) throws IOException {
        for (int[] size : SIZES) {
            faults.addAll(onFx(() -> measured(state, size)));
        }
    }

    private List<String> measured(String state, int[] size) throws IOException {
        Parent root = shell.root();
        root.resize(size[0], size[1]);
        root.applyCss();
        root.layout();
        var name = state + "-" + words.locale().getLanguage() + "-" + size[0] + "x" + size[1];
        // A card lies over the screen below it on purpose.
        var measured = context.overlay().isOpen() ? context.overlay() : root;
        var found = LayoutFaults.of(measured).stream()
                .map(fault -> name + ": " + fault)
                .toList();
        if (!found.isEmpty() || Boolean.getBoolean("vestibule.shots.all")) {
            Snapshot.write(Snapshot.of(root), SHOTS.resolve(name + ".png"));
        }
        return found;
    }
}
