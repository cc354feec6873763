package io.vestibule.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/// A field that searches a long list of choices. While something is typed the list holds what matches, and what is
/// chosen; Enter chooses the first that matches. Case does not count, and a space finds an underscore too.
public final class ChoiceSearch<T> {

    private final TextField field = new TextField();
    private final ComboBox<T> choice;
    private final List<T> all;
    private final Function<T, String> text;
    private boolean filtering;

    /// @param choice has all its items already
    /// @param words prompt of the field, and its name for a screen reader
    /// @param text what is searched
    public ChoiceSearch(ComboBox<T> choice, String words, Function<T, String> text) {
        this.choice = choice;
        this.all = List.copyOf(choice.getItems());
        this.text = text;
        field.setPromptText(words);
        field.setAccessibleText(words);
        field.textProperty().subscribe(this::filter);
        field.setOnAction(_ -> chooseFirst());
    }

    public TextField field() {
        return field;
    }

    /// Whether the list is changed at the moment, so that a change of its value is no choice of the operator.
    public boolean isFiltering() {
        return filtering;
    }

    private void filter(String typed) {
        filtering = true;
        T chosen = choice.getValue();
        choice.getItems()
                .setAll(all.stream()
                        .filter(item -> matches(item, typed) || item.equals(chosen))
                        .toList());
        choice.setValue(chosen);
        filtering = false;
    }

    private void chooseFirst() {
        String typed = field.getText();
        if (typed.isBlank()) {
            return;
        }
        choice.getItems().stream()
                .filter(item -> matches(item, typed))
                .findFirst()
                .ifPresent(found -> {
                    choice.setValue(found);
                    field.clear();
                });
    }

    private boolean matches(T item, String typed) {
        return comparable(text.apply(item)).contains(comparable(typed.strip()));
    }

    private static String comparable(String text) {
        return text.replace('_', ' ').toUpperCase(Locale.ROOT);
    }
}
