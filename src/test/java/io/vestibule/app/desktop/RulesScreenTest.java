package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.setup.AppKeys;
import io.vestibule.app.window.WindowPlace;
import io.vestibule.app.wiring.House;
import io.vestibule.app.wiring.TestHouse;
import io.vestibule.audit.Role;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.Accessible;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.Theme;
import io.vestibule.vms.AlertRule;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Rules screen in the real window on a real house, by keyboard and mouse.
class RulesScreenTest extends FxTest {

    @TempDir
    Path folder;

    private Opening opening;
    private Desktop desktop;
    private House house;
    private Stage window;

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestHouse.furnished(data)) {
            made.cellar().operators().add("Robin", Role.RECEPTION);
            made.cellar().settings().set(AppKeys.WINDOW, new WindowPlace(0, 0, 1000, 700, false).text());
            SavedPerson.put(made, "Ana Silva", true);
            SavedPerson.put(made, "Nora Waiting", false);
        }
        opening = new Opening();
        var opened = new CompletableFuture<Desktop>();
        window = onFx(Stage::new);
        doOnFx(() -> opening.start(
                window,
                data,
                opened::complete,
                problem -> opened.completeExceptionally(new AssertionError(problem.code()))));
        desktop = opened.get(60, TimeUnit.SECONDS);
        house = Objects.requireNonNull(opening.house());
        doOnFx(() -> desktop.shell().orElseThrow().open("rules"));
        until(() -> labels().contains("Laptop left behind"));
    }

    @AfterEach
    void close() {
        doOnFx(window::hide);
        opening.close();
    }

    @Test
    void aRuleIsBuiltSentAndTakenBackByKeyboard() throws Exception {
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        focus("Name of the rule");
        type("Guests at the door");
        focus("Find a person by name");
        type("ana");
        until(() -> labels().stream().anyMatch(text -> text.startsWith("Ana Silva")));
        tap(KeyCode.ENTER);
        until(() -> drafts().stream().anyMatch(draft -> draft.who().userIds().size() == 1));
        doOnFx(() -> box("Main entrance").fire());
        focus("E-mail or phone");
        type("desk at example");
        tap(KeyCode.ENTER);
        until(() -> labels().contains("This is not an e-mail address."));
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        type("desk@example.com");
        tap(KeyCode.ENTER);
        until(() -> sentence().contains("desk@example.com"));
        until(() -> sentence().contains("Ana Silva") && sentence().contains("Main entrance"));
        until(() -> !button("Send to the VMS").isDisabled());
        picture("built");

        fire("Send to the VMS");
        until(() -> labels().contains("The VMS has the rule."));

        AlertRule there = house.vms().client().rules().getLast();
        assertThat(there.content().name()).isEqualTo("Guests at the door");
        assertThat(there.content().cameraIds()).containsExactly(849L);

        until(() -> buttons().anyMatch(button -> "Send changes".equals(button.getText()) && button.isDisabled()));
        doOnFx(() -> desktop.shell().orElseThrow().root().lookup(".list-view").requestFocus());
        tap(KeyCode.DELETE);
        until(() -> labels().contains("Guests at the door was deleted."));
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> drafts().size() == 1 && labels().contains("Guests at the door"));
        assertThat(house.vms().client().rules()).hasSize(4);
    }

    @Test
    void somebodyWhoCannotBeFoundYetBlocksSendingInWords() {
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        focus("Name of the rule");
        type("Waiting");
        focus("Find a person by name");
        type("nora");
        until(() -> labels().stream().anyMatch(text -> text.startsWith("Nora Waiting")));
        tap(KeyCode.ENTER);
        doOnFx(() -> box("Main entrance").fire());

        until(() -> labels().stream().anyMatch(text -> text.startsWith("Chosen people who cannot be found yet: 1.")));
        assertThat(onFx(() -> button("Send to the VMS").isDisabled())).isTrue();
    }

    @Test
    void theWeekIsPaintedByMouseAndByKeys() {
        fire("New rule");
        until(() -> window.getScene().getRoot().lookup(".week-grid") != null);
        fire("Clear");
        until(() -> week().equals(Week.NEVER));
        Node grid = onFx(() -> window.getScene().getRoot().lookup(".week-grid"));
        doOnFx(grid::requestFocus);
        until(() -> grid.isFocused());

        // The cursor starts at Monday 08:00.
        press(KeyCode.SHIFT);
        for (int i = 0; i < 3; i++) {
            tap(KeyCode.RIGHT);
        }
        tap(KeyCode.DOWN);
        release(KeyCode.SHIFT);
        Week painted = Week.NEVER.with(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, 32, 36, true);
        until(() -> week().equals(painted));

        tap(KeyCode.HOME);
        tap(KeyCode.SPACE);
        Week switched = painted.with(DayOfWeek.TUESDAY, DayOfWeek.TUESDAY, 0, 1, true);
        until(() -> week().equals(switched));
        assertThat(onFx(grid::getAccessibleText)).isEqualTo("Tuesday 00:00, armed");

        // Down on Wednesday 12:00, off on Friday before 13:15: a rectangle of three days.
        doOnFx(() -> {
            mouse(grid, MouseEvent.MOUSE_PRESSED, DayOfWeek.WEDNESDAY, 48);
            mouse(grid, MouseEvent.MOUSE_DRAGGED, DayOfWeek.THURSDAY, 40);
            mouse(grid, MouseEvent.MOUSE_DRAGGED, DayOfWeek.FRIDAY, 52);
        });
        assertThat(onFx(this::labels)).contains("Wed–Fri 12:00–13:15");
        doOnFx(() -> mouse(grid, MouseEvent.MOUSE_RELEASED, DayOfWeek.FRIDAY, 52));
        until(() -> week().equals(switched.with(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY, 48, 53, true)));
    }

    @Test
    void everyControlHasWords() {
        fire("New rule");
        until(() -> window.getScene().getRoot().lookup(".week-grid") != null);
        List<String> silent = onFx(() -> Accessible.problems(window.getScene()));
        assertThat(silent).isEmpty();
    }

    @Test
    void aHolidayIsKeptByKeyboardAndShownInTheNextThirtyDays() throws Exception {
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        fire("Holidays");
        until(() -> field("Name").filter(TextInputControl::isFocused).isPresent());
        type("Founding day");
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> labels().contains("Founding day"));
        picture("holidays");
        assertThat(house.rules().holidays().all().all())
                .singleElement()
                .matches(holiday -> holiday.name().equals("Founding day")
                        && holiday.effect() == DayEffect.SILENCED
                        && holiday.rules().isEmpty());
        assertThat(onFx(() -> Accessible.problems(window.getScene()))).isEmpty();
        tap(KeyCode.ESCAPE);
        until(() -> labels().contains("Today is a holiday: the rule is silenced."));
    }

    @Test
    void whoWasMadeAnewTakesTheOldPlaceByKeyboard() {
        fire("New rule");
        until(() -> drafts().size() == 1);
        RuleRecord rule = house.rules().drift().glance(Optional.empty()).entries().stream()
                .flatMap(entry -> entry.ours().stream())
                .findFirst()
                .orElseThrow();
        house.rules()
                .flow()
                .save(
                        rule.id(),
                        rule.draft().withName("Old").withWho(rule.draft().who().with("11111111-gone")));
        doOnFx(() -> desktop.shell().orElseThrow().refresh());
        fire("Who is 11111111… now?");
        until(() -> field("Find the person by name")
                .filter(TextInputControl::isFocused)
                .isPresent());
        type("ana");
        until(() -> labels().stream().anyMatch(text -> text.startsWith("Ana Silva")));
        tap(KeyCode.ENTER);
        until(() -> drafts().getFirst().who().userIds().stream().noneMatch("11111111-gone"::equals));
        assertThat(drafts().getFirst().who().userIds()).hasSize(1);
        until(() -> labels().contains("Ana Silva"));
    }

    @Test
    void aRuleIsRehearsedWithAPictureOfTheDeskCameraByKeyboard() throws Exception {
        house.cellar().settings().set(CameraKeys.SOURCE, CameraSource.SAMPLE);
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        fire("Rehearse");
        fire("Use this desk’s camera");
        until(() -> !button("Take the photo").isDisabled());
        picture("live");
        tap(KeyCode.SPACE);
        until(() -> labels().contains("There is a face to search with."));
        assertThat(onFx(() -> buttons().map(Button::getText).toList())).doesNotContain("Take the photo");
        assertThat(cameraRuns()).isFalse();
    }

    @Test
    void theDeskCameraGoesOffWhenTheRehearsalIsLeft() {
        house.cellar().settings().set(CameraKeys.SOURCE, CameraSource.SAMPLE);
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        fire("Rehearse");
        fire("Use this desk’s camera");
        until(() -> !button("Take the photo").isDisabled());
        assertThat(cameraRuns()).isTrue();
        tap(KeyCode.ESCAPE);
        until(() -> buttons().noneMatch(button -> "Take the photo".equals(button.getText())));
        until(() -> !cameraRuns());

        fire("Use this desk’s camera");
        until(() -> !button("Take the photo").isDisabled());
        doOnFx(() -> desktop.furniture().overlay().close());
        until(() -> !cameraRuns());
    }

    @Test
    void withoutACameraTheRehearsalSaysSoAndOffersTheRest() throws Exception {
        house.cellar().settings().set(CameraKeys.SOURCE, CameraSource.FOLDER);
        fire("New rule");
        until(() -> field("Name of the rule").isPresent());
        fire("Rehearse");
        fire("Use this desk’s camera");
        until(() -> labels().contains("No camera is connected."));
        picture("no-camera");
        fire("Stop");
        fire("Sample photo");
        until(() -> labels().contains("There is a face to search with."));
    }

    private static boolean cameraRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("camera"));
    }

    @Test
    void receptionReadsRulesAndHasNoButtonsToChangeThem() {
        var robin = house.cellar().operators().list().stream()
                .filter(operator -> operator.name().equals("Robin"))
                .findFirst()
                .orElseThrow();
        house.cellar().operators().signIn(robin.id());
        doOnFx(() -> desktop.shell().orElseThrow().refresh());

        assertThat(onFx(() -> buttons()
                        .filter(RulesScreenTest::isSeen)
                        .map(Button::getText)
                        .toList()))
                .doesNotContain("New rule");
    }

    private static void mouse(Node grid, EventType<MouseEvent> type, DayOfWeek day, int quarter) {
        double x = 44 + (quarter + 0.5) * (grid.getLayoutBounds().getWidth() - 44) / Week.QUARTERS;
        double y = 20 + (day.getValue() - 0.5) * 24;
        // Without a picked node, the coordinates of an event are those of the scene.
        Point2D at = grid.localToScene(x, y);
        Event.fireEvent(
                grid,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    private List<RuleDraft> drafts() {
        return house.rules().drift().glance(Optional.empty()).entries().stream()
                .map(RuleEntry::ours)
                .flatMap(Optional::stream)
                .map(RuleRecord::draft)
                .toList();
    }

    private Week week() {
        return drafts().getLast().when().week();
    }

    private void fire(String text) {
        until(() -> buttons().anyMatch(button -> text.equals(button.getText()) && isSeen(button)));
        doOnFx(() -> button(text).fire());
    }

    private Stream<Button> buttons() {
        return window.getScene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast);
    }

    private Button button(String text) {
        return buttons()
                .filter(button -> text.equals(button.getText()) && isSeen(button))
                .findFirst()
                .orElseThrow();
    }

    private CheckBox box(String text) {
        return window.getScene().getRoot().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> text.equals(box.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<TextInputControl> field(String words) {
        return window.getScene().getRoot().lookupAll(".text-field").stream()
                .filter(TextField.class::isInstance)
                .map(TextInputControl.class::cast)
                .filter(field -> words.equals(field.getAccessibleText()))
                .findFirst();
    }

    private void focus(String words) {
        doOnFx(() -> field(words).orElseThrow().requestFocus());
    }

    private String sentence() {
        return labels().stream()
                .filter(text -> text.startsWith("When "))
                .filter(text -> text.contains(", tell "))
                .reduce("", (one, other) -> one + other);
    }

    private List<String> labels() {
        return Stream.of(".label", ".list-cell")
                .flatMap(style -> window.getScene().getRoot().lookupAll(style).stream())
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void type(String text) {
        write(text, 0);
    }

    private void tap(KeyCode key) {
        press(key).release(key);
    }

    private void picture(String name) throws Exception {
        for (Theme.Choice look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            onFx(() -> new Theme(look));
            var image = onFx(() -> Snapshot.of(window.getScene()));
            Snapshot.write(
                    image,
                    Path.of(
                            System.getProperty("vestibule.shots", "target/shots"),
                            "rules-" + name + "-" + look + ".png"));
        }
        onFx(() -> new Theme(Theme.Choice.LIGHT));
    }
}
