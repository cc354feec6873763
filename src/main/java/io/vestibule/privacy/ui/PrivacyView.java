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
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a privacy officer reads: the audit log, the proof of erasures, and further sections. Without the permission it
/// says which roles
/// have it.
public final class PrivacyView implements ScreenView {

    private final AuditModel model;
    private final Strings strings;
    private final ErasuresModel erasures;
    private final AuditPane audit;
    private final ErasuresPane erased;
    private final List<PrivacySection> more;
    private final Chips<String> sections;
    private final StackPane middle = new StackPane();
    private final VBox content = new VBox(12);
    private final EmptyPane refused;
    private final TextField search = new TextField();
    private final StackPane root = new StackPane();

    /// @param more further sections, in the order of their chips
    /// @param done shows that something was done
    public PrivacyView(
            AuditModel model,
            ErasuresModel erasures,
            List<PrivacySection> more,
            FilePicker files,
            Consumer<String> done) {
        this.model = model;
        this.erasures = erasures;
        this.strings = model.strings();
        this.audit = new AuditPane(model, files, done);
        this.erased = new ErasuresPane(erasures, files, done);
        this.more = List.copyOf(more);
        this.sections = Chips.single(
                Stream.concat(
                                Stream.of(auditTitle(), strings.text("privacy.section.erasures")),
                                more.stream().map(PrivacySection::title))
                        .toList(),
                each -> each);
        sections.setAccessibleText(strings.text("privacy.sections"));
        sections.selected().setAll(List.of(auditTitle()));
        sections.selected().addListener((ListChangeListener<String>) _ -> open());
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
        more.forEach(PrivacySection::hidden);
    }

    private String auditTitle() {
        return strings.text("privacy.section.audit");
    }

    private boolean isAudit() {
        return sections.selected().contains(auditTitle());
    }

    /// The section that is open, if it is neither the audit log nor the erasures.
    private Optional<PrivacySection> section() {
        return more.stream()
                .filter(each -> sections.selected().contains(each.title()))
                .findFirst();
    }

    private void open() {
        boolean permitted = model.isPermitted();
        Optional<PrivacySection> section = section();
        middle.getChildren().setAll(section.map(PrivacySection::node).orElse(isAudit() ? audit : erased));
        search.setVisible(permitted && isAudit());
        if (permitted && !isAudit() && section.isEmpty()) {
            erasures.start();
        } else {
            erasures.stop();
        }
        more.stream().filter(each -> !section.equals(Optional.of(each))).forEach(PrivacySection::hidden);
        if (permitted) {
            section.ifPresent(PrivacySection::shown);
        }
        model.refresh();
    }

    @Override
    public Node initialFocus() {
        return !model.isPermitted()
                ? root
                : section().map(PrivacySection::first).orElse(isAudit() ? audit.first() : erased.first());
    }

    @Override
    public Optional<Command> primary() {
        return Optional.of(
                new Command(strings.text("privacy.audit.check"), "mdi2s-shield-check-outline", this::verify));
    }

    private void verify() {
        if (model.isPermitted()) {
            sections.selected().setAll(List.of(auditTitle()));
            model.verify();
        }
    }

    @Override
    public Optional<Node> search() {
        return Optional.of(search);
    }

    @Override
    public List<KeyHint> keys() {
        return model.isPermitted()
                ? List.of(
                        new KeyHint("Up / Down", strings.text("privacy.audit.key-move")),
                        new KeyHint("F5", strings.text("privacy.audit.key-refresh")))
                : List.of();
    }
}
