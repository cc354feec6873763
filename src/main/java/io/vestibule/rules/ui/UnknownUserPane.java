package io.vestibule.rules.ui;

import io.vestibule.base.Problem;
import io.vestibule.people.Person;
import io.vestibule.ui.Command;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Buttons;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Replaces a user id that rules name and no local person has: by a person enrolled again, or by nobody. All rules
/// are changed in one step.
public final class UnknownUserPane extends VBox {

    private static final double WIDE = 480;
    private static final double TALL = 180;

    private final TextField search = new TextField();
    private final ListView<Person> found = new ListView<>();
    private final LatestQuery<String, List<Person>> find;

    /// The callbacks of the card.
    ///
    /// @param search finds people by the typed text; called on a background thread
    /// @param answer called with the person who replaces the user; empty for nobody
    public record ReplacementCallbacks(
            Function<String, List<Person>> search, Consumer<Optional<Person>> answer, Consumer<Problem> failed) {}

    /// @param rules names of the rules that name the user
    public UnknownUserPane(
            List<String> rules, Strings strings, TaskRunner taskRunner, ReplacementCallbacks replacementCallbacks) {
        super(12);
        find = new LatestQuery<>(
                taskRunner,
                Duration.millis(100),
                replacementCallbacks.search()::apply,
                people -> {
                    found.getItems().setAll(people);
                    found.getSelectionModel().selectFirst();
                },
                replacementCallbacks.failed());
        Label text = new Label(strings.text("rules.gone-text", String.join(", ", rules)));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        search.setPromptText(strings.text("rules.gone-search"));
        search.setAccessibleText(strings.text("rules.gone-search"));
        search.textProperty().addListener((_, _, typed) -> find.submit(typed));
        found.setAccessibleText(strings.text("rules.found-people"));
        found.setPrefHeight(TALL);
        found.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Person person, boolean empty) {
                super.updateItem(person, empty);
                setText(
                        empty || person == null
                                ? null
                                : person.name() + "  ·  " + strings.constant("people.kind", person.kind()));
            }
        });
        Runnable take = () -> Optional.ofNullable(found.getSelectionModel().getSelectedItem())
                .ifPresent(person -> replacementCallbacks.answer().accept(Optional.of(person)));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && (search.isFocused() || found.isFocused())) {
                if (found.isFocused()) {
                    take.run();
                } else {
                    find.whenAnswered(search.focusedProperty(), take);
                }
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
                found.requestFocus();
                event.consume();
            }
        });
        HBox buttons = new HBox(
                8,
                Buttons.primary(new Command(
                        strings.text("rules.gone-replace"),
                        "mdi2a-account-switch-outline",
                        take,
                        Bindings.isNotNull(found.getSelectionModel().selectedItemProperty()))),
                Buttons.of(new Command(
                        strings.text("rules.gone-drop"),
                        "",
                        () -> replacementCallbacks.answer().accept(Optional.empty()))));
        getChildren().setAll(text, search, found, buttons);
        setPrefWidth(WIDE);
    }

    /// Whether those who are shown were found by the text as it is.
    boolean isAnswered() {
        return find.isAnswered();
    }

    /// The node that gets the initial focus.
    public Node first() {
        return search;
    }
}
