package io.vestibule.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/// Traverses a scene as a screen reader would, and reports controls without role or name.
public final class Accessible {

    private Accessible() {}

    /// @return one line for each control that Tab can reach but that has no role or no text; empty if there is none
    public static List<String> problems(Scene scene) {
        List<String> problems = new ArrayList<>();
        List<Node> labelled = new ArrayList<>();
        labelled(scene.getRoot(), labelled);
        walk(scene.getRoot(), labelled, problems);
        return problems;
    }

    private static void labelled(Node node, List<Node> into) {
        if (node instanceof Label label && label.getLabelFor() != null) {
            into.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> labelled(child, into));
        }
    }

    private static void walk(Node node, List<Node> labelled, List<String> problems) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable()) {
            AccessibleRole role = node.getAccessibleRole();
            if (role == null || role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
                problems.add("no role: " + node);
            }
            if (!hasWords(node) && !labelled.contains(node)) {
                problems.add("no words: " + node);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, labelled, problems));
        }
    }

    private static boolean hasWords(Node node) {
        return filled(node.getAccessibleText()) || (node instanceof Labeled labeled && filled(labeled.getText()));
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
