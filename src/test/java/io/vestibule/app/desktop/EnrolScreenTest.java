package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.Tile;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.control.State;
import io.vestibule.ui.shell.WindowBounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Enrol screen in the real window on a real application, by keyboard and mouse.
class EnrolScreenTest extends ProgramWindow {

    private static final Path SAMPLES = Path.of("assets/samples");

    private EnrolModel model;

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestApplication.furnished(data)) {
            made.storage().operators().add("Robin", Role.RECEPTION);
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
        }
        open(data);
        model = onFx(() -> desktop.screens().orElseThrow().enrolModel());
        until(() -> focus() instanceof TextField);
    }

    @Test
    void aPersonIsEnrolledByKeyboardAlone() {
        type("Ana Mueller");
        push(KeyCode.ENTER);
        until(() -> focus() instanceof ToggleButton);
        push(KeyCode.SPACE);
        until(() -> focus() instanceof Button button && button.getText().equals("Choose photos"));
        add("sample-person-1/1.jpg", "sample-person-1/2.jpg", "sample-person-1/3.jpg");
        until(() -> looked(3));
        assertThat(words()).containsOnly("Good");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> !model.recentEnrolments().people().isEmpty());
        until(() -> focus() instanceof TextField field && "enrol-name".equals(field.getId()));
        assertThat(onFx(() -> model.photos().tiles())).isEmpty();
        var recentEnrolment = onFx(() -> model.recentEnrolments().people().getFirst());
        until(() -> recentEnrolment.words().get().equals("Searchable now"));
        assertThat(people()).extracting(Person::name).containsExactly("Ana Mueller");
    }

    @Test
    void noPhotoIsReadBeforeConsent() {
        add("sample-person-1/1.jpg");
        until(() -> focus() instanceof ToggleButton);
        assertThat(onFx(() -> model.photos().tiles())).isEmpty();
        assertThat(onFx(() -> fieldSays("Consent is missing."))).isTrue();
    }

    private boolean fieldSays(String words) {
        return lookup(".field-problem").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith(words));
    }

    @Test
    void everyRefusedPhotoSaysWhyAndTheOthersGoOn() throws Exception {
        consent();
        var mixed = Files.createDirectories(folder.resolve("mixed"));
        Files.copy(SAMPLES.resolve("sample-person-1/1.jpg"), mixed.resolve("a.jpg"));
        Files.copy(SAMPLES.resolve("too-blurred.jpg"), mixed.resolve("b.jpg"));
        Files.writeString(mixed.resolve("c.jpg"), "this is not a picture");
        Files.copy(SAMPLES.resolve("sample-person-1/1.jpg"), mixed.resolve("d.jpg"));
        Files.writeString(mixed.resolve("readme.txt"), "left out");
        doOnFx(() -> model.addFiles(List.of(mixed)));
        until(() -> looked(4));
        assertThat(onFx(() -> tiles().map(Tile::state).map(state -> state.get()).toList()))
                .containsExactlyInAnyOrder(State.DONE, State.REFUSED, State.REFUSED, State.REFUSED);
        assertThat(words())
                .contains("The face is blurred. Choose a sharp photo, or the original instead of a small copy.")
                .anyMatch(text -> text.equals("This photo has already been added."));
        assertThat(onFx(() ->
                        tiles().filter(tile -> tile.picture().get() != null).count()))
                .isEqualTo(3);
        assertThat(onFx(() -> lookup(".photo-card .hint").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList()))
                .as("which file is which")
                .contains("a.jpg", "b.jpg", "c.jpg", "d.jpg");
    }

    @Test
    void aPhotoOfAnotherPersonIsReportedBeforeSaving() {
        consent();
        add("sample-person-1/1.jpg", "sample-person-1/2.jpg", "sample-person-1/3.jpg", "sample-person-2/1.jpg");
        until(() -> looked(4));
        assertThat(onFx(() ->
                        tiles().filter(tile -> tile.state().get() == State.LOOK).count()))
                .isEqualTo(1);
    }

    @Test
    void ofAGroupPhotoOneFaceIsPicked() {
        consent();
        add("group.jpg");
        until(() -> looked(1));
        doOnFx(() -> visible(".tile-pick").fire());
        until(() -> desktop.screenContext().overlay().isOpen());
        push(KeyCode.TAB);
        push(KeyCode.ENTER);
        until(() -> !desktop.screenContext().overlay().isOpen() && looked(1));
        assertThat(onFx(() -> tiles().findFirst().orElseThrow().group())).isEmpty();
    }

    private void enrolAna() {
        consent();
        doOnFx(() -> model.form().name().set("Ana"));
        add("sample-person-1/1.jpg", "sample-person-1/2.jpg");
        until(() -> looked(2));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> !model.recentEnrolments().people().isEmpty());
        var first = onFx(() -> model.recentEnrolments().people().getFirst());
        until(() -> first.words().get().equals("Searchable now"));
    }

    @Test
    void afterADecisionAboutAPersonWhoWasRemovedMeanwhileTheNextSaveSearchesAgain() {
        enrolAna();
        consent();
        doOnFx(() -> model.form().name().set("Bea"));
        add("sample-person-1/3.jpg");
        until(() -> looked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> desktop.screenContext().overlay().isOpen());
        // In one step of the FX thread: else the card closes when the removal is seen.
        doOnFx(() -> {
            application.enrol().commands().remove(people().getFirst().id());
            differentPerson().fire();
        });
        until(() -> !model.saving().get() && !desktop.screenContext().overlay().isOpen());
        assertThat(people()).isEmpty();
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> people().size() == 1);
        assertThat(people()).extracting(Person::name).containsExactly("Bea");
    }

    private Button differentPerson() {
        return lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> "Different person".equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSimilarPersonCausesADuplicateQuestion() {
        enrolAna();

        consent();
        doOnFx(() -> model.form().name().set("Anna again"));
        add("sample-person-1/3.jpg");
        until(() -> looked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> desktop.screenContext().overlay().isOpen());
        push(KeyCode.ESCAPE);
        until(() -> !desktop.screenContext().overlay().isOpen());
        assertThat(onFx(() -> model.form().name().get())).isEqualTo("Anna again");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> desktop.screenContext().overlay().isOpen());
        push(KeyCode.ENTER);
        until(() -> model.photos().tiles().isEmpty());
        assertThat(people()).extracting(Person::name).containsExactly("Ana");
        var card = onFx(() -> model.recentEnrolments().people().getFirst());
        assertThat(card.name())
                .as("the card is about the one who was enrolled before")
                .isEqualTo("Ana");
        until(() -> card.words().get().equals("One photo added. Searchable now"));
        assertThat(application
                        .storage()
                        .people()
                        .photos()
                        .findByPerson(people().getFirst().id()))
                .hasSize(3);
    }

    @Test
    void aSimilarPersonIsReportedBeforeSaving() {
        enrolAna();

        consent();
        add("sample-person-1/3.jpg");
        until(() -> banner().equals("Similar to Ana, who is already enrolled."));
        doOnFx(() -> desktop.screenContext()
                .banners()
                .showing()
                .flatMap(Banner::action)
                .orElseThrow()
                .run()
                .run());
        until(() -> desktop.screenContext().overlay().isOpen());
        doOnFx(() -> differentPerson().fire());
        until(() -> focus() instanceof TextField field && "enrol-name".equals(field.getId()));
        assertThat(people()).as("nothing is saved without a name").hasSize(1);
        doOnFx(() -> model.form().name().set("Bea"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> model.recentEnrolments().people().size() == 2);
        assertThat(people()).extracting(Person::name).containsExactly("Ana", "Bea");
    }

    private String banner() {
        return onFx(() ->
                desktop.screenContext().banners().showing().map(Banner::text).orElse(""));
    }

    @Test
    void photosOfAnExistingPersonDoNotCreateASecondOne() {
        consent();
        doOnFx(() -> model.form().name().set("Ana"));
        add("sample-person-1/1.jpg");
        until(() -> looked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> !model.recentEnrolments().people().isEmpty());
        consent();
        doOnFx(() -> model.form().name().set("Anna"));
        add("sample-person-1/1.jpg");
        until(() -> looked(1));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> desktop.screenContext().overlay().isOpen());
        push(KeyCode.ENTER);
        until(() -> model.photos().tiles().isEmpty());
        assertThat(people()).extracting(Person::name).containsExactly("Ana");
        assertThat(application
                        .storage()
                        .people()
                        .bases()
                        .findByPerson(people().getFirst().id()))
                .hasSize(2);
    }

    @Test
    void aPersonWhoDeclinesIsSavedWithoutPhotos() {
        consent();
        add("sample-person-1/1.jpg");
        until(() -> looked(1));
        doOnFx(() -> chip("No photos").fire());
        assertThat(onFx(() -> model.photos().tiles())).isEmpty();
        assertThat(onFx(() -> desktop.screenContext().banners().showing().flatMap(Banner::undo)))
                .isPresent();
        add("sample-person-1/1.jpg");
        assertThat(onFx(() -> model.photos().tiles())).isEmpty();
        doOnFx(() -> model.form().name().set("Bo"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> !model.recentEnrolments().people().isEmpty());
        assertThat(application
                        .storage()
                        .people()
                        .bases()
                        .findByPerson(people().getFirst().id()))
                .singleElement()
                .isInstanceOf(LegalBasis.Declined.class);
    }

    @Test
    void escapeEmptiesTheFormAndUndoBringsItBack() {
        consent();
        doOnFx(() -> model.form().name().set("Ana"));
        add("sample-person-1/1.jpg");
        until(() -> looked(1));
        push(KeyCode.ESCAPE);
        assertThat(onFx(model::isEmpty)).isTrue();
        doOnFx(() -> desktop.screenContext().banners().undo());
        assertThat(onFx(() -> model.form().name().get())).isEqualTo("Ana");
        assertThat(onFx(() -> model.photos().tiles())).hasSize(1);
    }

    @Test
    void anotherOperatorSeesWhatTheyMayDo() {
        assertThat(kinds()).contains("Watch");
        doOnFx(() -> lookup(".status-item").queryAllAs(Node.class).stream()
                .filter(MenuButton.class::isInstance)
                .map(MenuButton.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> item.getText().equals("Robin"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> !kinds().contains("Watch"));
        assertThat(onFx(() -> model.form().name().get())).isEmpty();
    }

    @Test
    void aKindBringsItsUsualTime() {
        doOnFx(() -> chip("Employee").fire());
        assertThat(onFx(() -> chip("One year").isSelected())).isTrue();
        doOnFx(() -> chip("Visitor").fire());
        assertThat(onFx(() -> chip("7 days").isSelected())).isTrue();
        assertThat(PersonKind.values()).hasSize(3);
    }

    private void consent() {
        doOnFx(() -> chip("On screen").fire());
    }

    private ToggleButton chip(String words) {
        return lookup(".chip").queryAllAs(ToggleButton.class).stream()
                .filter(chip -> chip.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds() {
        return onFx(() -> lookup(".chip").queryAllAs(ToggleButton.class).stream()
                .map(ToggleButton::getText)
                .toList());
    }

    private Button visible(String selector) {
        return lookup(selector).queryAllAs(Button.class).stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private void add(String... samples) {
        doOnFx(() -> model.addFiles(Stream.of(samples).map(SAMPLES::resolve).toList()));
    }

    private void type(String text) {
        write(text);
    }

    private Stream<Tile> tiles() {
        return model.photos().tiles().stream();
    }

    private boolean looked(int count) {
        return model.photos().tiles().size() == count
                && tiles().noneMatch(tile -> tile.state().get() == State.RUNNING);
    }

    private List<String> words() {
        return onFx(() -> tiles().map(tile -> tile.words().get()).toList());
    }

    private List<Person> people() {
        var company = application.storage().people().companies().active().orElseThrow();
        return application.storage().people().persons().search(company.id(), "", 50);
    }
}
