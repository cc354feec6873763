package io.vestibule.inspect.ui;

import io.vestibule.inspect.BadgeFlow;
import io.vestibule.photo.Pixels;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Buttons;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Reads names from a picture of a badge; the operator selects one, or none.
public final class BadgeCard extends PictureCard {

    private static final double WIDTH = 480;

    private final BadgeFlow flow;
    private final Parts parts;
    private final Strings strings;
    private final Consumer<String> picked;
    private final DropPane drop;

    /// @param price cost of one picture, as text
    public record Parts(TaskRunner work, FilePicker files, String price) {}

    /// @param picked called with the selected name; the card is then no longer needed
    public BadgeCard(BadgeFlow flow, Parts parts, Strings strings, Consumer<String> picked) {
        super(
                strings,
                parts.files(),
                new ButtonTexts(strings.text("inspect.badge-choose"), strings.text("inspect.badge-again")));
        this.flow = flow;
        this.parts = parts;
        this.strings = strings;
        this.picked = picked;
        setPrefWidth(WIDTH);
        drop = new DropPane(
                strings.text("inspect.badge-drop"), strings.text("inspect.badge-kept", parts.price()), choosing());
        getChildren().setAll(drop);
    }

    public Node first() {
        return drop.choose();
    }

    @Override
    void inspectPicture(Path file) {
        ask(() -> flow.names(file));
    }

    @Override
    void inspectPicture(Pixels picture) {
        ask(() -> flow.names(picture));
    }

    private void ask(Callable<List<String>> names) {
        getChildren().setAll(DropPane.waiting(strings.text("inspect.badge-looking")));
        parts.work().runUnlisted(names, this::show, this::failed);
    }

    private void show(List<String> names) {
        if (names.isEmpty()) {
            showMessage(strings.text("inspect.badge-nothing"), strings.text("inspect.badge-nothing-do"));
            return;
        }
        FlowPane choices = new FlowPane(8, 8);
        for (String name : names) {
            choices.getChildren().add(Buttons.of(new Command(name, "", () -> picked.accept(name))));
        }
        getChildren().setAll(DropPane.wrapped(strings.text("inspect.badge-which"), "quiet"), choices, again());
        choices.getChildren().getFirst().requestFocus();
    }
}
