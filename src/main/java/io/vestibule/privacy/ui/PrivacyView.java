package io.vestibule.privacy.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.EmptyPane;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// What a privacy officer reads. Who has no permission is told who has.
public final class PrivacyView implements ScreenView {

    private final AuditModel model;
    private final Strings strings;
    private final AuditPane audit;
    private final EmptyPane refused;
    private final TextField search = new TextField();
    private final StackPane root = new StackPane();

    /// @param done shows that something was done
    public PrivacyView(AuditModel model, FilePicker files, Consumer<String> done) {
        this.model = model;
        this.strings = model.strings();
        this.audit = new AuditPane(model, files, done);
        this.refused = new EmptyPane(
                "mdi2s-shield-lock-outline",
                strings.text("privacy.refused-title"),
                strings.text("privacy.refused-text"));
        search.setPromptText(strings.text("privacy.audit.search"));
        search.setAccessibleText(strings.text("privacy.audit.search"));
        search.textProperty().bindBidirectional(model.about);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                model.refresh();
                event.consume();
            }
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        boolean permitted = model.isPermitted();
        root.getChildren().setAll(permitted ? audit : refused);
        search.setVisible(permitted);
        model.refresh();
    }

    @Override
    public Node initialFocus() {
        return model.isPermitted() ? audit.first() : root;
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                new Command(strings.text("privacy.audit.check"), "mdi2s-shield-check-outline", this::verify));
    }

    private void verify() {
        if (model.isPermitted()) {
            model.verify();
        }
    }

    @Override
    public Optional<Node> search() {
        return Optional.of(search);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Up / Down", strings.text("privacy.audit.key-move")),
                new KeyHint("F5", strings.text("privacy.audit.key-refresh")));
    }
}
