package io.vestibule.privacy.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The passphrase of a file that was written: shown once, and stored nowhere.
public final class PassphraseCard extends VBox {

    private static final double WIDTH = 440;

    private final TextField passphrase;

    public PassphraseCard(String words, Strings strings) {
        super(12);
        Label means = new Label(strings.text("privacy.passphrase.means"));
        means.setWrapText(true);
        means.setMinHeight(Region.USE_PREF_SIZE);
        passphrase = new TextField(words);
        passphrase.setEditable(false);
        passphrase.setId("passphrase");
        passphrase.setAccessibleText(strings.text("privacy.passphrase.title"));
        HBox.setHgrow(passphrase, Priority.ALWAYS);
        Button copy = Buttons.of(new Command(strings.text("privacy.passphrase.copy"), "mdi2c-content-copy", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(words);
            Clipboard.getSystemClipboard().setContent(content);
        }));
        getChildren().setAll(means, new HBox(8, passphrase, copy));
        setPrefWidth(WIDTH);
    }

    public Node first() {
        return passphrase;
    }
}
