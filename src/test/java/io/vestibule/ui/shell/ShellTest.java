package io.vestibule.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.ui.Accessible;
import io.vestibule.ui.Command;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.control.Banner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellTest extends FxTest {

    private final List<String> heard = new ArrayList<>();
    private final ShellFixture fixture = onFx(ShellFixture::new);
    private final Scene scene = show(1000, 700, fixture.shell::root);

    @BeforeEach
    void showWindow() {
        doOnFx(() -> {
            new GlobalShortcuts(fixture.shell, () -> heard.add("new")).install(scene);
            fixture.shell.open("enrol");
        });
    }

    @Test
    void controlAndANumberGoToThatScreenAndFocusGoesIntoIt() {
        push(KeyCode.CONTROL, KeyCode.DIGIT2);

        assertThat(opened()).isEqualTo("people");
        assertThat(focused()).isInstanceOf(TextField.class);
        assertThat(focused().getAccessibleText()).isEqualTo("Name");
    }

    @Test
    void theRailIsNarrowBeforeTheFirstLayoutAndFollowsItsOwnWidthAfterIt() {
        var root = onFx(() -> new ShellFixture().shell.root());
        Node rail = root.lookup(".rail");
        doOnFx(() -> new Scene(root, 1000, 700));
        assertThat(narrow(rail)).isTrue();

        doOnFx(() -> root.resize(1600, 1000));
        assertThat(narrow(rail)).isFalse();
        doOnFx(() -> root.resize(1100, 700));
        assertThat(narrow(rail)).isTrue();
    }

    private static boolean narrow(Node rail) {
        return onFx(() -> rail.getPseudoClassStates().contains(PseudoClass.getPseudoClass("narrow")));
    }

    @Test
    void whatIsSoUntilItEndsStaysUnderTheTitleWithWhatCanBeDone() {
        var notice = new SimpleObjectProperty<Optional<Notice>>(Optional.empty());
        doOnFx(() -> fixture.shell.bindNotice(notice));
        Node bar = scene.getRoot().lookup("#notice");
        assertThat(bar.isVisible()).isFalse();

        var again = new Command("Try again now", "", () -> heard.add("again"));
        doOnFx(() ->
                notice.set(Optional.of(new Notice("Nobody answers.", "mdi2c-cloud-off-outline", Optional.of(again)))));
        assertThat(bar.isVisible()).isTrue();
        assertThat(bar.getAccessibleText()).isEqualTo("Nobody answers.");
        doOnFx(() -> ((Button) bar.lookup(".button")).fire());
        assertThat(heard).containsExactly("again");

        doOnFx(() -> notice.set(Optional.empty()));
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void focusThatTheProgramSetsHasTheRingThatTabGivesAndAClickHasNone() {
        doOnFx(() -> railItem("Settings").requestFocus());
        assertThat(railItem("Settings").getPseudoClassStates()).contains(FocusRing.RING);

        moveTo(railItem("Enrol")).press(MouseButton.PRIMARY);
        assertThat(focused()).isEqualTo(railItem("Enrol"));
        assertThat(railItem("Enrol").getPseudoClassStates()).doesNotContain(FocusRing.RING);
        assertThat(railItem("Settings").getPseudoClassStates()).doesNotContain(FocusRing.RING);
        release(MouseButton.PRIMARY);

        assertThat(opened()).isEqualTo("enrol");
        assertThat(focused().getPseudoClassStates()).contains(FocusRing.RING);
    }

    @Test
    void aNumberWithoutAScreenDoesNothing() {
        push(KeyCode.CONTROL, KeyCode.DIGIT7);

        assertThat(opened()).isEqualTo("enrol");
    }

    @Test
    void aClickInTheRailOpensAScreenAndAgainKeepsItOpen() {
        clickOn(railItem("Settings")).clickOn(railItem("Settings"));

        assertThat(opened()).isEqualTo("settings");
        assertThat(((NavigationRailItem) railItem("Settings")).isSelected()).isTrue();
    }

    @Test
    void arrowsWalkTheRailAndEnterOpens() {
        doOnFx(() -> railItem("Enrol").requestFocus());

        type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(opened()).isEqualTo("settings");
    }

    @Test
    void theRailShowsTheNumberOfOpenItems() {
        assertThat(railItem("People, 2 waiting")).isNotNull();

        doOnFx(() -> fixture.waiting.set(0));

        assertThat(railItem("People")).isNotNull();
    }

    @Test
    void controlNStartsANewPersonAndControlFGoesToTheSearchField() {
        doOnFx(() -> fixture.shell.open("people"));

        push(KeyCode.CONTROL, KeyCode.N).push(KeyCode.CONTROL, KeyCode.F);

        assertThat(heard).containsExactly("new");
        assertThat(((TextField) focused()).getPromptText()).isEqualTo("Search people");
    }

    @Test
    void controlZUndoesTheChangeInTheBanner() {
        doOnFx(() -> fixture.banners.show(Banner.undoable("Removed.", () -> heard.add("undone"))));

        push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(heard).containsExactly("undone");
    }

    @Test
    void inAFieldWithTypingControlZBelongsToTheField() {
        doOnFx(() -> {
            fixture.shell.open("people");
            fixture.banners.show(Banner.undoable("Removed.", () -> heard.add("undone")));
        });

        write("Ana").push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(heard).isEmpty();
        assertThat(((TextField) focused()).getText()).isNotEqualTo("Ana");
    }

    @Test
    void controlZUndoesAChangeThatCameAfterTheTyping() {
        doOnFx(() -> fixture.shell.open("people"));
        write("Ana");
        doOnFx(() -> fixture.banners.show(Banner.undoable("Removed.", () -> heard.add("undone"))));

        push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(heard).containsExactly("undone");
        assertThat(((TextField) focused()).getText()).isEqualTo("Ana");

        push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(((TextField) focused()).getText()).isNotEqualTo("Ana");
    }

    @Test
    void theKeyboardMapOpensAndClosesAndGivesFocusBack() {
        doOnFx(() -> fixture.shell.open("people"));

        type(KeyCode.F1);
        assertThat(lookup("Take a photo").tryQuery()).isPresent();
        type(KeyCode.ESCAPE);

        assertThat(fixture.overlay.isOpen()).isFalse();
        assertThat(focused().getAccessibleText()).isEqualTo("Name");
    }

    @Test
    void whileTheMapIsOpenTheKeysBehindItSleep() {
        type(KeyCode.F1).push(KeyCode.CONTROL, KeyCode.N);

        assertThat(heard).isEmpty();
    }

    @Test
    void enterPressesAFocusedButton() {
        doOnFx(() -> fixture.shell.open("people"));
        Button undo = onFx(() -> {
            fixture.banners.show(Banner.undoable("Removed.", () -> heard.add("undone")));
            return lookup("Undo").queryButton();
        });
        doOnFx(undo::requestFocus);

        type(KeyCode.ENTER);

        assertThat(heard).containsExactly("undone");
    }

    @Test
    void aButtonThatVanishesGivesTheFocusBackToTheScreen() {
        doOnFx(() -> {
            fixture.shell.open("people");
            fixture.banners.show(Banner.info("Hello"));
        });
        Button close = onFx(() -> (Button) lookup(".banner-button").query());
        doOnFx(close::requestFocus);

        type(KeyCode.SPACE);

        until(() -> scene.getFocusOwner() != null && !close.equals(scene.getFocusOwner()));
        assertThat(fixture.banners.showing()).isEmpty();
    }

    @Test
    void aProblemIsOneLineAndOpensInFull() {
        doOnFx(() -> fixture.shell.show(Problem.of("ui.unexpected", "7GQ-2XK")));

        clickOn("Details");

        assertThat(fixture.overlay.isOpen()).isTrue();
        assertThat(lookup("Try again. If it happens again, send the code 7GQ-2XK to your administrator.")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void theStatusBarListsWhatRunsAndCancelsIt() {
        doOnFx(() -> fixture.busy());
        until(() -> lookup("1 job").tryQuery().isPresent());
        until(() -> lookup("3/5").tryQuery().isPresent());

        clickOn(".progress-bar");
        assertThat(lookup("Indexing 5 photos").tryQuery()).isPresent();
        clickOn("Cancel");

        until(() -> fixture.work.runningTasks().isEmpty());
    }

    @Test
    void theModeChipSaysWhatTheModeMeans() {
        clickOn("Embedded engine · Acme collection");

        assertThat(lookup("Faces are found and kept on this computer. Nothing leaves it.")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void everyControlHasARoleAndAName() {
        doOnFx(() -> {
            fixture.shell.open("people");
            fixture.banners.show(Banner.undoable("Removed.", () -> {}));
            fixture.busy();
        });

        assertThat(onFx(() -> Accessible.problems(scene))).isEmpty();
        fixture.enough.countDown();
    }

    private String opened() {
        return onFx(() -> fixture.shell.current().orElseThrow().id());
    }

    private Node railItem(String words) {
        return onFx(() -> lookup(node -> node instanceof NavigationRailItem && words.equals(node.getAccessibleText()))
                .query());
    }
}
