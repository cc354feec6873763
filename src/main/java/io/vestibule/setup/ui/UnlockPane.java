package io.vestibule.setup.ui;

import io.vestibule.base.Problem;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.LabelledField;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks for the passphrase of the data folder, or for its recovery key.
public final class UnlockPane extends VBox {

    /// @param unlock keeps the passphrase for the next attempt to open the folder
    /// @param recover puts the key that was typed in place; blocks
    /// @param retry opens the folder once more
    /// @param otherFolder asks for another data folder, and opens it
    /// @param close ends the program
    public record Actions(
            Consumer<char[]> unlock, Consumer<String> recover, Runnable retry, Runnable otherFolder, Runnable close) {}

    private final Strings strings;
    private final TaskRunner work;
    private final Actions actions;

    public UnlockPane(Strings strings, TaskRunner work, Actions actions) {
        this.strings = strings;
        this.work = work;
        this.actions = actions;
        setSpacing(12);
        setMaxWidth(560);
    }

    public UnlockPane askPassphrase() {
        var field = field(new PasswordField(), "unlock-passphrase", "setup.unlock.passphrase");
        show(
                field,
                "unlock-open",
                "setup.unlock.open",
                () -> {
                    actions.unlock().accept(field.control().getText().toCharArray());
                    actions.retry().run();
                },
                new Command(strings.text("setup.unlock.recovery"), "", this::askRecoveryKey));
        return this;
    }

    public UnlockPane askRecoveryKey() {
        var field = field(new TextField(), "unlock-recovery-key", "setup.unlock.recovery-key");
        show(
                field,
                "unlock-recover",
                "setup.unlock.recover",
                () -> work.run(
                        strings.text("setup.unlock.recover"),
                        () -> {
                            actions.recover().accept(field.control().getText());
                            return true;
                        },
                        _ -> actions.retry().run(),
                        problem -> field.fail(words(problem))),
                new Command(strings.text("setup.recovery.retry"), "", actions.retry()));
        return this;
    }

    private String words(Problem problem) {
        return strings.problem(problem).summary();
    }

    private <C extends TextInputControl> LabelledField<C> field(C control, String id, String key) {
        control.setId(id);
        return new LabelledField<>(strings.text(key), control);
    }

    private void show(
            LabelledField<? extends TextInputControl> field, String id, String key, Runnable action, Command other) {
        var open = Buttons.primary(new Command(strings.text(key), "", action));
        open.setId(id);
        open.setDefaultButton(true);
        open.disableProperty().bind(field.control().textProperty().isEmpty());
        var way = Buttons.of(other);
        way.setId("unlock-other");
        var folder = Buttons.of(new Command(strings.text("setup.recovery.folder"), "", actions.otherFolder()));
        var close = Buttons.of(new Command(strings.text("ui.close"), "", actions.close()));
        getChildren().setAll(field, new FlowPane(8, 8, open, way, folder, close));
        Platform.runLater(field.control()::requestFocus);
    }
}
