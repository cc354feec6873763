package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.SecondVms;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.setup.ui.SettingsCategory;
import io.vestibule.setup.ui.SettingsView;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.shell.WindowBounds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two companies in the real window: each screen shows only what belongs to the one that is active.
class CompanySwitchTest extends ProgramWindow {

    private static final CompanyId ACME = new CompanyId("acme-1");
    private static final CompanyId BETA = new CompanyId("beta-1");

    /// What is of one company, wherever it is shown.
    private static final List<String> OF_ACME = List.of("Ana Silva", "Acme rule", "Lobby of Acme", "Acme_acme-1");
    private static final List<String> OF_BETA = List.of("Ben Okafor", "Beta rule", "Yard of Beta", "Beta_beta-1");

    private PersonId ana;

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestApplication.furnished(data)) {
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1280, 800, false).text());
            made.setup()
                    .companies()
                    .add(new CompanyFlow.NewCompany("Beta", Optional.of(BETA), List.of("Yard of Beta")));
            made.setup().companies().addSite(ACME, "Lobby of Acme");
            ana = fill(made, "Ana Silva", 0, "Acme rule");
            made.setup().companies().activate(BETA);
            fill(made, "Ben Okafor", 1, "Beta rule");
            made.setup().companies().activate(ACME);
        }
        open(data);
        until(() -> window.getScene().getFocusOwner() instanceof TextInputControl);
    }

    private static PersonId fill(Application made, String name, int sample, String rule) {
        var person = made.enrol()
                .enrol()
                .save(
                        TestApplication.visitor(made, name),
                        TestApplication.photos(made, sample),
                        new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(made, person, State.SEARCHABLE);
        var record = made.rules().flow().create();
        made.rules().flow().save(record.id(), record.draft().withName(rule));
        return person;
    }

    @Test
    void everyScreenShowsTheActiveCompanyAlone() {
        var name = onFx(() -> desktop.screens().orElseThrow().enrolModel());
        doOnFx(() -> name.form().name().set("Draft of Acme"));
        assertThat(onFx(() -> window.getTitle())).startsWith("Acme");
        screen("people", "Ana Silva", "Ben Okafor");
        screen("activity", "Ana Silva", "Ben Okafor");
        screen("rules", "Acme rule", "Beta rule");
        var undone = new AtomicBoolean();
        doOnFx(() ->
                desktop.screenContext().banners().show(Banner.undoable("Something of Acme", () -> undone.set(true))));
        activate(BETA);
        until(() -> window.getTitle().startsWith("Beta"));
        assertThat(onFx(() -> desktop.screenContext().banners().showing())).isEmpty();
        push(KeyCode.CONTROL, KeyCode.Z);
        screen("people", "Ben Okafor", "Ana Silva");
        screen("activity", "Ben Okafor", "Ana Silva");
        screen("rules", "Beta rule", "Acme rule");
        screen("enrol", "Beta", "Draft of Acme");
        assertThat(undone).isFalse();
        assertThat(application.storage().people().persons().find(ana)).isEmpty();
        activate(ACME);
        until(() -> window.getTitle().startsWith("Acme"));
        screen("people", "Ana Silva", "Ben Okafor");
        screen("activity", "Ana Silva", "Ben Okafor");
        screen("rules", "Acme rule", "Beta rule");
        screen("enrol", "Draft of Acme", "Beta");
    }

    @Test
    void noScreenAndNoSearchShowsAnythingOfTheOtherCompany(@TempDir Path elsewhere) {
        nothingOf(OF_BETA, "Embedded VMS");
        search("people", "people.search", "Okafor", OF_BETA);
        activate(BETA);
        until(() -> window.getTitle().startsWith("Beta"));
        nothingOf(OF_ACME, "Embedded VMS");
        search("people", "people.search", "Silva", OF_ACME);
        ruleFindsNobodyOf(OF_ACME, "Silva");
        try (var second = new SecondVms(elsewhere)) {
            second.use(application);
            activate(ACME);
            until(() -> window.getTitle().startsWith("Acme"));
            nothingOf(OF_BETA, "VMS " + second.vms().address().getHost());
            ruleFindsNobodyOf(OF_BETA, "Okafor");
            assertThat(second.changes()).isEmpty();
        }
    }

    /// Opens every screen, each category of the settings too, and waits until each has read what it shows.
    private void nothingOf(List<String> others, String vms) {
        var shell = desktop.shell().orElseThrow();
        for (var screen : onFx(shell::screens)) {
            doOnFx(() -> shell.open(screen.id()));
            settled();
            absent(screen.id(), others);
            assertThat(onFx(() -> shows(vms)))
                    .as("%s names %s", screen.id(), vms)
                    .isTrue();
        }
        for (var category : SettingsCategory.values()) {
            doOnFx(() -> ((SettingsView) shell.currentView().orElseThrow()).open(category));
            settled();
            absent("settings, " + category, others);
        }
    }

    private void search(String screen, String key, String typed, List<String> others) {
        doOnFx(() -> desktop.shell().orElseThrow().open(screen));
        doOnFx(() -> field(key).setText(typed));
        settled();
        absent(screen + ", searched", others);
        doOnFx(() -> field(key).clear());
    }

    private void ruleFindsNobodyOf(List<String> others, String typed) {
        doOnFx(() -> desktop.shell().orElseThrow().open("rules"));
        settled();
        push(KeyCode.INSERT);
        until(() -> fields("rules.find-person").findAny().isPresent());
        doOnFx(() -> field("rules.find-person").setText(typed));
        settled();
        absent("rules, searched for people", others);
    }

    private TextField field(String key) {
        return fields(key).findFirst().orElseThrow();
    }

    private Stream<TextField> fields(String key) {
        var words = desktop.screenContext().strings().text(key);
        return nodes(window.getScene().getRoot())
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(field -> words.equals(field.getPromptText()) && DeskWindow.isSeen(field));
    }

    private void absent(String where, List<String> others) {
        others.forEach(words -> assertThat(onFx(() -> shows(words)))
                .as("%s shows %s", where, words)
                .isFalse());
    }

    private void settled() {
        until(() -> desktop.screenContext().work().runningTasks().isEmpty());
    }

    /// Opens a screen, waits for what it has to show, and looks for what it must not show.
    private void screen(String id, String shown, String absent) {
        doOnFx(() -> desktop.shell().orElseThrow().open(id));
        until(() -> shows(shown));
        assertThat(onFx(() -> shows(absent))).as("%s shows %s", id, absent).isFalse();
    }

    private void activate(CompanyId company) {
        doOnFx(() -> desktop.shell().orElseThrow().open("settings"));
        until(() -> lookup("#activate-" + company).tryQueryAs(Button.class).isPresent());
        doOnFx(() -> lookup("#activate-" + company).queryAs(Button.class).fire());
    }

    private boolean shows(String words) {
        return nodes(window.getScene().getRoot()).anyMatch(node -> node.isVisible() && has(node, words));
    }

    private static boolean has(Node node, String words) {
        return switch (node) {
            case Labeled labeled ->
                labeled.getText() != null && labeled.getText().contains(words);
            case TextInputControl field ->
                field.getText() != null && field.getText().contains(words);
            default -> false;
        };
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(CompanySwitchTest::nodes))
                : Stream.of(node);
    }
}
