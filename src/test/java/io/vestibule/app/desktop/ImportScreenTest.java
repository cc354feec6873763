package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.bulk.ui.ImportModel;
import io.vestibule.bulk.ui.ImportView;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.Person;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screen Import as a person uses it, by mouse and keyboard, over the whole program.
class ImportScreenTest extends FxTest {

    @TempDir
    Path folder;

    private Application application;
    private Path list;

    @BeforeEach
    void open() throws IOException {
        application = TestApplication.furnished(folder.resolve("data"));
        for (int sample = 0; sample < 3; sample++) {
            Files.write(
                    folder.resolve("photo" + sample + ".jpg"),
                    SampleFlow.read(SampleFlow.SAMPLES.get(sample).photos().getFirst()));
        }
        Files.write(
                folder.resolve("again.jpg"),
                SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().get(1)));
        list = Files.writeString(folder.resolve("people.csv"), """
                Personnel No;Wer;E-mail;Department;face_image_file1;Consent
                4711;Ada Lovelace;ada@example.org;Analysis;photo0.jpg;yes
                4712;Bea Bernstein;nobody at home;Sales;photo1.jpg;yes
                4713;Cleo Carver;;Sales;none.jpg;yes
                4714;Dora Double;;Sales;again.jpg;yes
                4715;Eve Evans;;Sales;photo2.jpg;
                """);
    }

    @AfterEach
    void close() {
        application.close();
    }

    private final class Picker implements FilePicker {
        @Override
        public List<Path> files(String title, FileType fileType) {
            return List.of(list);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String suggested, FileType fileType) {
            return Optional.of(folder.resolve(suggested));
        }
    }

    private Scene screen(Locale locale) {
        var strings = Strings.load(locale, ScreenContext.BUNDLES);
        return show(940, 640, () -> {
            var model = new ImportModel(
                    ImportWords.parts(application, strings), new FxTaskRunner(ProblemMapper::problemOf), strings);
            var view = new ImportView(model, strings, new Picker());
            view.node().getStyleClass().add("screen");
            view.shown();
            return (javafx.scene.Parent) view.node();
        });
    }

    @Test
    void aListIsChosenMappedCheckedCorrectedDecidedImportedAndUndone() throws Exception {
        var scene = screen(Locale.ENGLISH);
        picture(scene, "import-1-choose");
        press("Choose a list…");
        until(() -> present("Check the list"));
        picture(scene, "import-2-columns");
        // No usual header: the name has to be chosen, by the keyboard.
        press("Check the list");
        until(() -> visible(Label.class, text -> text.contains("No column holds the name")));
        doOnFx(() -> lookup(".combo-box").queryAllAs(javafx.scene.control.ComboBox.class).stream()
                .filter(combo -> combo.getAccessibleText().contains("Wer"))
                .findFirst()
                .orElseThrow()
                .requestFocus());
        press(KeyCode.DOWN).release(KeyCode.DOWN);
        press(KeyCode.DOWN).release(KeyCode.DOWN);
        press("Check the list");
        until(() -> table().isPresent() && table().get().getItems().size() == 5);
        picture(scene, "import-3-rows");
        assertThat(present("Remove these people"))
                .as("nobody is missing from the first list")
                .isFalse();
        assertThat(application.storage().people().persons().count(company())).isZero();

        select(1);
        until(() -> present("Check again"));
        picture(scene, "import-4-fault");
        doOnFx(() -> fields().stream()
                .filter(field -> field.getText().contains("nobody"))
                .findFirst()
                .orElseThrow()
                .setText("bea@example.org"));
        press("Check again");
        until(() -> present("Import 2"));

        select(3);
        until(() -> present("Somebody else") && visible(Label.class, text -> text.equals("Ada Lovelace")));
        picture(scene, "import-5-decide");
        press("Somebody else");
        until(() -> present("Import 3"));
        press("Import 3");
        until(() -> present("Undo the import") && people().size() == 3);
        picture(scene, "import-6-done");
        assertThat(people())
                .extracting(Person::name)
                .containsExactlyInAnyOrder("Ada Lovelace", "Bea Bernstein", "Dora Double");

        press("Save a report…");
        until(() -> Files.exists(folder.resolve("import-report.html")) && !present("Pause"));
        assertThat(Files.readString(folder.resolve("import-report.html"))).contains("Cleo Carver");
        press("Undo the import");
        until(() -> people().isEmpty() && !present("Pause"));
        picture(scene, "import-7-undone");
    }

    @Test
    void itIsGermanAndDarkAsWell() throws Exception {
        var scene = screen(Locale.GERMAN);
        doOnFx(() -> new Theme(Theme.Choice.DARK).applyTo(scene));
        picture(scene, "import-de-1-choose");
        press("Liste wählen …");
        until(() -> present("Liste prüfen"));
        picture(scene, "import-de-2-columns");
        Files.writeString(list, Files.readString(list).replace("Wer", "Name"));
        press("Andere Liste");
        until(() -> present("Liste wählen …"));
        press("Liste wählen …");
        until(() -> present("Liste prüfen"));
        press("Liste prüfen");
        until(() -> table().isPresent() && table().get().getItems().size() == 5);
        select(3);
        until(() -> present("Jemand anderes"));
        picture(scene, "import-de-3-decide");
        assertThat(visible(ToggleButton.class, text -> text.startsWith("Nicht importiert")))
                .isTrue();
    }

    private void select(int row) {
        doOnFx(() -> table().orElseThrow().getSelectionModel().select(row));
    }

    @SuppressWarnings("unchecked")
    private Optional<TableView<Object>> table() {
        return lookup(".table-view").queryAllAs(TableView.class).stream()
                .map(one -> (TableView<Object>) one)
                .findFirst();
    }

    private List<TextField> fields() {
        return List.copyOf(lookup(".text-field").queryAllAs(TextField.class));
    }

    private void press(String words) {
        doOnFx(() -> lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals(words) && shows(button) && !button.isDisabled())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + words))
                .fire());
    }

    private boolean present(String words) {
        return lookup(".button").queryAllAs(Button.class).stream()
                .anyMatch(button -> button.getText().equals(words) && shows(button) && !button.isDisabled());
    }

    private <T extends javafx.scene.control.Labeled> boolean visible(
            Class<T> type, java.util.function.Predicate<String> words) {
        return lookup((Node node) -> type.isInstance(node)).queryAllAs(type).stream()
                .anyMatch(label -> label.getText() != null && words.test(label.getText()) && shows(label));
    }

    private static boolean shows(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private io.vestibule.base.CompanyId company() {
        return application.storage().people().companies().active().orElseThrow().id();
    }

    private List<Person> people() {
        return application.storage().people().persons().findAll(company(), Optional.empty(), Optional.empty());
    }

    private static void picture(Scene scene, String name) throws Exception {
        var image = onFx(() -> Snapshot.of(scene));
        Snapshot.write(image, Path.of(System.getProperty("vestibule.shots", "target/shots"), name + ".png"));
    }
}
