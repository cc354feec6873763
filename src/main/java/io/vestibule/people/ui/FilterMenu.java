package io.vestibule.people.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// Menu that filters a list by one choice, or by none. Its button shows the current choice.
final class FilterMenu<T> extends MenuButton {

    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final String title;
    private final String any;
    private final Function<T, String> words;
    private final ObjectProperty<Optional<T>> chosen;

    /// @param title what the list is filtered by
    /// @param any text of the choice that filters nothing
    FilterMenu(String title, String any, Function<T, String> words, ObjectProperty<Optional<T>> chosen) {
        this.title = title;
        this.any = any;
        this.words = words;
        this.chosen = chosen;
        getStyleClass().add("filter-menu");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        chosen.subscribe(now -> {
            String text = now.map(words).orElse(title);
            setText(text);
            setAccessibleText(now.isPresent() ? title + ": " + text : title + ": " + any);
            pseudoClassStateChanged(ON, now.isPresent());
        });
    }

    void offer(List<T> choices) {
        ToggleGroup group = new ToggleGroup();
        getItems().setAll(item(any, Optional.empty(), group));
        choices.forEach(choice -> getItems().add(item(words.apply(choice), Optional.of(choice), group)));
        setDisable(choices.isEmpty());
        setTooltip(choices.isEmpty() ? null : new javafx.scene.control.Tooltip(title));
    }

    private RadioMenuItem item(String text, Optional<T> value, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setMnemonicParsing(false);
        chosen.subscribe(now -> item.setSelected(now.equals(value)));
        item.setOnAction(_ -> chosen.set(value));
        return item;
    }
}
