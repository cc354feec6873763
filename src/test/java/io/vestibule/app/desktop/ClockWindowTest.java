package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.clock.GuardedClock;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.fixture.MovableClock;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.support.Language;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.WindowBounds;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole window on a computer whose clock jumped two years ahead, with twelve visitors who would be removed.
class ClockWindowTest extends ProgramWindow {

    private final MovableClock computer = new MovableClock();
    private List<PersonId> people;

    @BeforeEach
    void enrolTwelve() {
        try (var made = TestApplication.furnished(folder, computer, EngineSettings.DEFAULT)) {
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
            people = IntStream.rangeClosed(1, 12)
                    .mapToObj(number -> made.enrol()
                            .enrol()
                            .save(
                                    TestApplication.visitor(made, "Visitor " + number),
                                    List.of(),
                                    new DuplicateDecision.NoDuplicate())
                            .person())
                    .toList();
            var receptionist = made.storage().operators().add("Robin", Role.RECEPTION);
            assertThat(receptionist.role()).isEqualTo(Role.RECEPTION);
        }
        computer.switchOff(Duration.ofDays(730));
    }

    private void open() throws Exception {
        open(
                folder,
                new ApplicationLauncher(
                        data -> Application.open(data, new GuardedClock(computer, computer), EngineSettings.DEFAULT)));
        until(() -> notice().isVisible());
    }

    private Node notice() {
        return desktop.scene().getRoot().lookup("#notice");
    }

    private long hidden() {
        return people.stream()
                .filter(person ->
                        TestApplication.person(application, person).removed().isPresent())
                .count();
    }

    private String text(String key) {
        return desktop.screenContext().strings().text(key);
    }

    private void press(String words) {
        doOnFx(() -> button(words).requestFocus());
        doOnFx(() -> assertThat(desktop.scene().getFocusOwner()).isEqualTo(button(words)));
        type(KeyCode.SPACE);
    }

    private Button button(String words) {
        return desktop.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + words));
    }

    private void picture(String name) {
        for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            doOnFx(() -> {
                desktop.screenContext().theme().choiceProperty().set(choice);
                desktop.scene().getRoot().applyCss();
                desktop.scene().getRoot().layout();
            });
            shoot(name + "-" + choice);
        }
    }

    @Test
    void nobodyIsRemovedUntilTheDateIsConfirmedAndManyAreAskedAbout() throws Exception {
        open();
        assertThat(hidden()).isZero();
        picture("clock-jumped");

        press(text("app.clock.confirm"));
        until(() -> application.storage().clock().isTrusted());
        until(() -> application.enrol().housekeeping().question().isPresent());
        assertThat(hidden()).isZero();
        until(() -> notice().getAccessibleText().startsWith("12 "));
        picture("expiry-many");

        press(text("app.expiry.review"));
        until(() -> desktop.screenContext().overlay().isOpen());
        picture("expiry-card");
        assertThat(onFx(() -> desktop.scene().getFocusOwner()))
                .isEqualTo(onFx(() -> button(desktop.screenContext().strings().text("enrol.expiry.remove", 12))));
        type(KeyCode.SPACE);
        until(() -> hidden() == 12);
        until(() -> !notice().isVisible());
        assertThat(application.storage().log().recent(20).stream().map(AuditEntry::action))
                .contains("clock.distrusted", "clock.confirmed", "expiry.approved", "person.expired");

        doOnFx(() -> desktop.shell().orElseThrow().open("activity"));
        until(() -> !desktop.scene()
                .getRoot()
                .lookupAll(".activity-list .list-cell")
                .isEmpty());
        until(() -> desktop.screenContext().work().runningTasks().isEmpty());
        picture("expiry-activity");
    }

    @Test
    void everybodyIsKeptForADay() throws Exception {
        open();
        press(text("app.clock.confirm"));
        until(() -> notice().isVisible() && notice().getAccessibleText().startsWith("12 "));
        press(text("app.expiry.review"));
        until(() -> desktop.screenContext().overlay().isOpen());
        press(text("enrol.expiry.keep"));
        until(() -> !notice().isVisible());
        assertThat(hidden()).isZero();
    }

    @Test
    void receptionIsToldWhomToAsk() throws Exception {
        try (var before = Application.open(folder, new GuardedClock(computer, computer), EngineSettings.DEFAULT)) {
            computer.pass(Duration.ofSeconds(1));
            before.storage().settings().set(AppKeys.LANGUAGE, Language.GERMAN);
            var operators = before.storage().operators();
            operators.signIn(operators.list().stream()
                    .filter(operator -> operator.role() == Role.RECEPTION)
                    .findFirst()
                    .orElseThrow()
                    .id());
        }
        open();
        until(() -> notice().getAccessibleText().endsWith(text("app.clock.ask-manager")));
        assertThat(onFx(() -> notice().lookup(".button"))).isNull();
        picture("clock-reception");
    }

    @Test
    void theNoticeGoesAwayWhenTheClockIsSetRight() throws Exception {
        open();
        computer.set(Duration.ofDays(-730));
        application.storage().clockGuard().check();
        until(() -> !notice().isVisible());
        assertThat(hidden()).isZero();
    }
}
