package io.vestibule.setup.ui;

import io.vestibule.settings.Vault;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.LabelledField;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The key of the data folder: where it is, moving it, and the recovery key.
public final class KeyCard extends SettingsCard {

    private static final int GROUPS_PER_LINE = 5;
    private static final int KEY_LINES = 3;

    private final KeyModel model;
    private final Strings strings;
    private final VBox form = new VBox(8);

    public KeyCard(KeyModel model) {
        super(model.strings().text("setup.key.title"), model, model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        form.setId("key-form");
        form.managedProperty().bind(form.visibleProperty());
        form.setVisible(false);
        var place = Fields.wrapped("");
        place.setId("key-place");
        model.kind().subscribe(kind -> {
            place.setText(strings.constant("setup.vault", kind));
            hideForm();
        });
        model.recoveryKey().subscribe(text -> {
            if (!text.isEmpty()) {
                showRecoveryKey(text);
            } else {
                hideForm();
            }
        });
        getChildren().addAll(place, buttons(), form, problemLabel(model));
    }

    private Node buttons() {
        var keyring = button("key-to-keyring", "setup.key.to-keyring", () -> model.moveTo(Vault.Kind.KEYRING));
        var passphrase = button("key-passphrase", "setup.key.passphrase", this::askPassphrase);
        var file = button("key-to-file", "setup.key.to-file", () -> model.moveTo(Vault.Kind.FILE));
        var recovery = button("key-recovery", "setup.key.recovery", model::showRecoveryKey);
        model.kind().subscribe(kind -> {
            show(keyring, kind != Vault.Kind.KEYRING);
            show(file, kind != Vault.Kind.FILE);
            passphrase.setText(strings.text(
                    kind == Vault.Kind.PASSPHRASE ? "setup.key.passphrase-change" : "setup.key.passphrase"));
        });
        return new FlowPane(8, 8, recovery, passphrase, keyring, file);
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    private Button button(String id, String key, Runnable action) {
        var button = Buttons.of(new Command(strings.text(key), "", action));
        button.setId(id);
        button.disableProperty().bind(model.mayChange().not());
        return button;
    }

    private void askPassphrase() {
        var first = field("key-passphrase-new", "setup.key.passphrase-new");
        var again = field("key-passphrase-again", "setup.key.passphrase-again");
        var use = Buttons.of(new Command(strings.text("setup.key.passphrase-use"), "", () -> {
            var typed = first.control().getText();
            model.problemOf(typed, again.control().getText()).ifPresentOrElse(first::fail, () -> model.protect(typed));
        }));
        use.setId("key-passphrase-use");
        var back = Buttons.of(new Command(strings.text("setup.recovery.back"), "", this::hideForm));
        form.getChildren()
                .setAll(
                        Fields.wrapped(strings.text("setup.key.passphrase-means"), "quiet"),
                        first,
                        again,
                        new FlowPane(8, 8, back, use));
        form.setVisible(true);
        first.control().requestFocus();
    }

    private LabelledField<PasswordField> field(String id, String key) {
        var control = new PasswordField();
        control.setId(id);
        return new LabelledField<>(strings.text(key), control);
    }

    private void showRecoveryKey(String text) {
        var groups = Arrays.asList(text.split("-", -1));
        var lines = new StringBuilder();
        for (int i = 0; i < groups.size(); i += GROUPS_PER_LINE) {
            lines.append(groups.subList(i, Math.min(groups.size(), i + GROUPS_PER_LINE)).stream()
                            .collect(Collectors.joining(" ")))
                    .append(i + GROUPS_PER_LINE < groups.size() ? "\n" : "");
        }
        var area = new TextArea(lines.toString());
        area.setId("key-recovery-text");
        area.setEditable(false);
        area.setPrefRowCount(KEY_LINES);
        area.setAccessibleText(strings.text("setup.key.recovery-title"));
        area.getStyleClass().add("code");
        var hide = Buttons.of(new Command(strings.text("setup.key.recovery-hide"), "", model::hideRecoveryKey));
        hide.setId("key-recovery-hide");
        form.getChildren()
                .setAll(
                        Fields.strong(strings.text("setup.key.recovery-title")),
                        Fields.wrapped(strings.text("setup.key.recovery-means"), "quiet"),
                        area,
                        hide);
        form.setVisible(true);
        area.requestFocus();
    }

    private void hideForm() {
        form.setVisible(false);
        form.getChildren().clear();
    }
}
