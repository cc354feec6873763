package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestHouse;
import io.vestibule.people.Standing;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.shell.Screen;
import io.vestibule.ui.shell.WindowPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Walks every screen as a screen reader does: whatever can have the focus says what it is and what it is called.
class AccessibilityTest extends FxTest {

    @TempDir
    Path folder;

    private Opening opening;
    private Desktop desktop;
    private Stage window;

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestHouse.furnished(data)) {
            made.cellar().settings().set(AppKeys.WINDOW, new WindowPlace(0, 0, 1000, 700, false).text());
            made.enrol()
                    .samples()
                    .enrolAll()
                    .forEach(enrolment -> TestHouse.await(made, enrolment.person(), Standing.State.SEARCHABLE));
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
    }

    @AfterEach
    void close() {
        doOnFx(window::hide);
        opening.close();
    }

    @Test
    void everythingThatCanHaveTheFocusHasARoleAndAName() {
        var nameless = new ArrayList<String>();
        for (Screen screen : onFx(() -> desktop.shell().orElseThrow().screens())) {
            doOnFx(() -> desktop.shell().orElseThrow().open(screen));
            until(() -> desktop.furniture().work().running().isEmpty());
            nameless.addAll(onFx(() -> {
                window.getScene().getRoot().applyCss();
                window.getScene().getRoot().layout();
                var found = new ArrayList<String>();
                walk(window.getScene().getRoot(), screen.id(), found);
                return found;
            }));
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void everyScreenPutsTheFocusSomewhere() {
        for (Screen screen : onFx(() -> desktop.shell().orElseThrow().screens())) {
            doOnFx(() -> desktop.shell().orElseThrow().open(screen));
            until(() -> window.getScene().getFocusOwner() != null);
        }
    }

    private static void walk(Node node, String at, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled() && (node.getAccessibleRole() == null || nameless(node))) {
            found.add(at + ": " + node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, at, found));
        }
    }

    /// What a field holds is no name.
    private static boolean nameless(Node node) {
        var own = Objects.toString(node.getAccessibleText(), "");
        var shown = node instanceof Labeled labeled ? Objects.toString(labeled.getText(), "") : "";
        var label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        return own.isBlank() && shown.isBlank() && label == null;
    }
}
