package io.vestibule.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/// A few options side by side, of which one, at most one, or several can be selected. One Tab stop: arrow keys
/// move the focus inside and change nothing, since moving past an answer must not give it; Space and Enter choose.
/// In single selection the selected one cannot be deselected.
public final class Chips<T> extends FlowPane {

    private enum Selection {
        ONE,
        AT_MOST_ONE,
        SEVERAL
    }

    private final Selection selection;
    private final Function<T, String> words;
    private final List<T> options = new ArrayList<>();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ObservableList<T> selected = FXCollections.observableArrayList();

    private Chips(Selection selection, Function<T, String> words) {
        this.selection = selection;
        this.words = words;
        getStyleClass().add("chips");
        setAccessibleRole(AccessibleRole.PARENT);
        selected.addListener((ListChangeListener<T>) _ -> showSelected());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusWithinProperty().subscribe(within -> {
            if (!within) {
                showSelected();
            }
        });
    }

    public static <T> Chips<T> single(List<T> options, Function<T, String> words) {
        return of(Selection.ONE, options, words);
    }

    /// Selecting an option deselects the previous one; the selected one can be deselected.
    public static <T> Chips<T> optional(List<T> options, Function<T, String> words) {
        return of(Selection.AT_MOST_ONE, options, words);
    }

    public static <T> Chips<T> multiple(List<T> options, Function<T, String> words) {
        return of(Selection.SEVERAL, options, words);
    }

    private static <T> Chips<T> of(Selection selection, List<T> options, Function<T, String> words) {
        Chips<T> chips = new Chips<>(selection, words);
        chips.offer(options);
        return chips;
    }

    /// Replaces the options; selected ones that are still offered stay selected.
    public void offer(List<T> choices) {
        options.clear();
        options.addAll(choices);
        buttons.clear();
        choices.forEach(choice -> buttons.add(button(choice)));
        getChildren().setAll(buttons);
        selected.retainAll(choices);
        showSelected();
    }

    /// The selected options, in the order of selection. Bound both ways.
    public ObservableList<T> selected() {
        return selected;
    }

    /// The Tab stop, for the initial focus of a view; empty when there are no options.
    public Optional<ToggleButton> tabStop() {
        return buttons.stream().filter(ToggleButton::isFocusTraversable).findFirst();
    }

    private ToggleButton button(T choice) {
        ToggleButton button = new ToggleButton(words.apply(choice));
        button.getStyleClass().add("chip");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleRole(selection == Selection.ONE ? AccessibleRole.RADIO_BUTTON : AccessibleRole.CHECK_BOX);
        button.setOnAction(_ -> switched(choice, button.isSelected()));
        button.focusedProperty().subscribe(focused -> {
            if (focused) {
                stopAt(button);
            }
        });
        return button;
    }

    private void switched(T choice, boolean on) {
        if (selection == Selection.ONE || (selection == Selection.AT_MOST_ONE && on)) {
            selected.setAll(List.of(choice));
        } else if (on) {
            selected.add(choice);
        } else {
            selected.remove(choice);
        }
        showSelected();
    }

    private void showSelected() {
        for (int i = 0; i < buttons.size(); i++) {
            ToggleButton button = buttons.get(i);
            boolean on = selected.contains(options.get(i));
            button.setSelected(on);
            button.setGraphic(on && selection != Selection.ONE ? Icon.of("mdi2c-check") : null);
        }
        if (buttons.stream().noneMatch(ToggleButton::isFocused)) {
            buttons.stream()
                    .filter(ToggleButton::isSelected)
                    .findFirst()
                    .or(() -> buttons.stream().findFirst())
                    .ifPresent(this::stopAt);
        }
    }

    private void stopAt(ToggleButton stop) {
        buttons.forEach(button -> button.setFocusTraversable(button.equals(stop)));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && !event.isShortcutDown()
                && event.getTarget() instanceof ToggleButton button) {
            button.fire();
            event.consume();
            return;
        }
        int step = switch (event.getCode()) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
        int from = buttons.indexOf(event.getTarget());
        if (step == 0 || from < 0) {
            return;
        }
        int to = Math.floorMod(from + step, buttons.size());
        TraversalDirection direction = to > from ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS;
        for (int at = from; at != to; at += Integer.signum(to - from)) {
            focusBeside(buttons.get(at), direction);
        }
        event.consume();
    }

    /// By traversal, because only then the focus ring is shown.
    private void focusBeside(ToggleButton button, TraversalDirection direction) {
        buttons.forEach(any -> any.setFocusTraversable(true));
        button.requestFocusTraversal(direction);
    }
}
