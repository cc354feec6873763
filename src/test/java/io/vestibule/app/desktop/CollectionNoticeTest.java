package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.support.Language;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.WindowBounds;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The notice in the window after another program has deleted the user of a person.
class CollectionNoticeTest extends ProgramWindow {

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void whatAnotherProgramDeletesIsOneNoticeWithTheWayToTheRepair(Language language) throws Exception {
        try (var made = TestApplication.furnished(folder)) {
            made.storage().settings().set(AppKeys.LANGUAGE, language);
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
            loseUser(made);
        }
        open(folder);
        application.doctor().watch().look();
        application.doctor().watch().look();
        until(() -> notice().isVisible());
        var words = desktop.screenContext().strings();
        assertThat(onFx(() -> notice().getAccessibleText())).startsWith(words.text("app.watch.changed", 3));
        for (var look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            doOnFx(() -> desktop.screenContext().theme().choiceProperty().set(look));
            shoot("collection-notice-" + language + "-" + look);
        }
        doOnFx(() -> ((Button) notice().lookup(".button")).fire());
        until(() -> desktop.scene().getRoot().lookupAll(".label").stream()
                .map(Label.class::cast)
                .anyMatch(label -> words.text("doctor.card").equals(label.getText())));
        shoot("collection-notice-opened-" + language);
    }

    @Test
    void receptionIsAskedToTellAnAdministrator() throws Exception {
        try (var made = TestApplication.furnished(folder)) {
            loseUser(made);
        }
        open(folder);
        var operators = application.storage().operators();
        operators.signIn(operators.add("Robin", Role.RECEPTION).id());
        application.doctor().watch().look();
        application.doctor().watch().look();
        until(() -> notice().isVisible());
        var words = desktop.screenContext().strings();
        assertThat(onFx(() -> notice().getAccessibleText())).endsWith(words.text("app.watch.ask-administrator"));
        assertThat(onFx(() -> notice().lookup(".button"))).isNull();
    }

    private static void loseUser(Application made) {
        var person = made.enrol()
                .enrol()
                .save(
                        TestApplication.visitor(made, "Ana"),
                        TestApplication.photos(made, 0),
                        new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(made, person, State.SEARCHABLE);
        TestApplication.service(made)
                .faces()
                .deleteUser(
                        TestApplication.COLLECTION,
                        TestApplication.person(made, person).externalId(),
                        "other-program");
    }

    private Node notice() {
        return desktop.scene().getRoot().lookup("#notice");
    }
}
