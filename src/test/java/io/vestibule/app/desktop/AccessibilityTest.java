package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.ui.shell.ScreenEntry;
import io.vestibule.ui.shell.WindowBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Traverses every screen as a screen reader does: every focusable control has a role and a name.
class AccessibilityTest extends ProgramWindow {

    @BeforeEach
    void open() throws Exception {
        var data = folder.resolve("data");
        try (var made = TestApplication.furnished(data)) {
            made.storage().settings().set(AppKeys.WINDOW, new WindowBounds(0, 0, 1000, 700, false).text());
            made.enrol()
                    .samples()
                    .enrolAll()
                    .forEach(enrolment ->
                            TestApplication.await(made, enrolment.person(), EnrolmentStatus.State.SEARCHABLE));
        }
        open(data);
    }

    @Test
    void everythingThatCanHaveTheFocusHasARoleAndAName() {
        var nameless = new ArrayList<String>();
        for (ScreenEntry screenEntry : onFx(() -> desktop.shell().orElseThrow().screens())) {
            doOnFx(() -> desktop.shell().orElseThrow().open(screenEntry));
            until(() -> desktop.screenContext().work().runningTasks().isEmpty());
            nameless.addAll(onFx(() -> {
                window.getScene().getRoot().applyCss();
                window.getScene().getRoot().layout();
                var found = new ArrayList<String>();
                walk(window.getScene().getRoot(), screenEntry.id(), found);
                return found;
            }));
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void everyScreenPutsTheFocusSomewhere() {
        for (ScreenEntry screenEntry : onFx(() -> desktop.shell().orElseThrow().screens())) {
            doOnFx(() -> desktop.shell().orElseThrow().open(screenEntry));
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

    /// The content of a field does not count as its name.
    private static boolean nameless(Node node) {
        var own = Objects.toString(node.getAccessibleText(), "");
        var shown = node instanceof Labeled labeled ? Objects.toString(labeled.getText(), "") : "";
        var label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        return own.isBlank() && shown.isBlank() && label == null;
    }
}
