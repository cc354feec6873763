package io.vestibule.privacy.ui;

import io.vestibule.privacy.AuditLine;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The selected entry as it is stored, and what can be done with its id.
final class AuditDetail extends HBox {

    private final Strings strings;
    private final Label words = new Label();
    private final BooleanProperty hasSubject = new SimpleBooleanProperty();
    private String subject = "";

    AuditDetail(AuditModel model) {
        super(8);
        this.strings = model.strings();
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("hint");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button all = Buttons.of(new Command(
                strings.text("privacy.audit.all-about"),
                "mdi2f-filter-outline",
                () -> model.about.set(subject),
                hasSubject));
        Button copy = Buttons.of(
                new Command(strings.text("privacy.audit.copy"), "mdi2c-content-copy", this::copy, hasSubject));
        getChildren().addAll(words, all, copy);
        show(Optional.empty());
    }

    void show(Optional<AuditLine> line) {
        subject = line.map(one -> one.stored().entry().subject()).orElse("");
        hasSubject.set(!subject.isEmpty());
        words.setText(line.map(one -> one.stored().entry())
                .map(entry -> strings.text("privacy.audit.entry", entry.sequence(), entry.action(), entry.subject()))
                .orElseGet(() -> strings.text("privacy.audit.none-selected")));
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(subject);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
