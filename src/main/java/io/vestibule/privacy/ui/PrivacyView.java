package io.vestibule.privacy.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.EmptyPane;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a privacy officer reads and writes: the audit log, the proof of erasures, and the consent texts. Without the
/// permission it says which roles
/// have it.
public final class PrivacyView implements ScreenView {

    private final AuditModel model;
    private final Strings strings;
    private final ErasuresModel erasures;
    private final AuditPane audit;
    private final ErasuresPane erased;
    private final ConsentModel consentModel;
    private final ConsentPane consent;
    private final Chips<Section> sections;
    private final StackPane middle = new StackPane();
    private final VBox content = new VBox(12);
    private final EmptyPane refused;
    private final TextField search = new TextField();
    private final StackPane root = new StackPane();

    enum Section {
        AUDIT,
        ERASURES,
        CONSENT
    }

    /// @param done shows that something was done
    public PrivacyView(
            AuditModel model, ErasuresModel erasures, ConsentModel consent, FilePicker files, Consumer<String> done) {
        this.model = model;
        this.erasures = erasures;
        this.strings = model.strings();
        this.audit = new AuditPane(model, files, done);
        this.erased = new ErasuresPane(erasures, files, done);
        this.consentModel = consent;
        this.consent = new ConsentPane(consent, done);
        this.sections = Chips.single(List.of(Section.values()), each -> strings.constant("privacy.section", each));
        sections.setAccessibleText(strings.text("privacy.sections"));
        sections.selected().setAll(List.of(Section.AUDIT));
        sections.selected().addListener((ListChangeListener<Section>) _ -> open());
        middle.getChildren().setAll(audit);
        VBox.setVgrow(middle, Priority.ALWAYS);
        content.getChildren().setAll(sections, middle);
        this.refused = new EmptyPane(
                "mdi2s-shield-lock-outline",
                strings.text("privacy.refused-title"),
                strings.text("privacy.refused-text"));
        search.setPromptText(strings.text("privacy.audit.search"));
        search.setAccessibleText(strings.text("privacy.audit.search"));
        search.textProperty().bindBidirectional(model.about);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                open();
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
        root.getChildren().setAll(permitted ? content : refused);
        open();
    }

    @Override
    public void hidden() {
        erasures.stop();
    }

    private Section section() {
        return sections.selected().isEmpty()
                ? Section.AUDIT
                : sections.selected().getFirst();
    }

    private void open() {
        boolean permitted = model.isPermitted();
        var section = section();
        middle.getChildren()
                .setAll(
                        switch (section) {
                            case AUDIT -> audit;
                            case ERASURES -> erased;
                            case CONSENT -> consent;
                        });
        search.setVisible(permitted && section == Section.AUDIT);
        if (permitted && section == Section.ERASURES) {
            erasures.start();
        } else {
            erasures.stop();
        }
        if (permitted && section == Section.CONSENT) {
            consentModel.refresh();
        }
        model.refresh();
    }

    @Override
    public Node initialFocus() {
        if (!model.isPermitted()) {
            return root;
        }
        return switch (section()) {
            case AUDIT -> audit.first();
            case ERASURES -> erased.first();
            case CONSENT -> consent.first();
        };
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                new Command(strings.text("privacy.audit.check"), "mdi2s-shield-check-outline", this::verify));
    }

    private void verify() {
        if (model.isPermitted()) {
            sections.selected().setAll(List.of(Section.AUDIT));
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
