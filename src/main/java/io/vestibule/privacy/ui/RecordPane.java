package io.vestibule.privacy.ui;

import io.vestibule.people.Site;
import io.vestibule.privacy.record.RecordDraft;
import io.vestibule.privacy.record.RecordFact;
import io.vestibule.privacy.record.RecordKind;
import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.LabelledField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The documents for the record: which one, what the program cannot know, what has changed since the last one, and
/// Save.
public final class RecordPane extends ScrollPane implements PrivacySection {

    private static final double FIELD = 340;

    private final RecordModel model;
    private final Strings strings;
    private final RecordWords words;
    private final FilePicker files;
    private final Chips<RecordKind> kinds;
    private final Label about = wrapped("quiet");
    private final Label last = wrapped("field-label");
    private final Label differences = wrapped("quiet");

    public RecordPane(RecordModel model, FilePicker files) {
        this.model = model;
        this.strings = model.strings();
        this.words = new RecordWords(strings);
        this.files = files;
        this.kinds = chips(
                List.of(RecordKind.values()),
                "privacy.record.documents",
                each -> strings.constant("privacy.record.title", each),
                model.kind);
        VBox content = new VBox(12, kinds, about, choices(), fields(), save(), last, differences);
        content.setMaxWidth(2 * FIELD + 16);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(title());
        VBox.setVgrow(this, Priority.ALWAYS);
        model.draft.subscribe(_ -> show());
        model.kind.subscribe(_ -> show());
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private <T> Chips<T> chips(List<T> options, String title, Function<T, String> text, ObjectProperty<T> chosen) {
        Chips<T> chips = Chips.single(options, text);
        chips.setAccessibleText(strings.text(title));
        chosen.subscribe(value -> {
            if (!chips.selected().contains(value)) {
                chips.selected().setAll(List.of(value));
            }
        });
        chips.selected().addListener((ListChangeListener<T>)
                _ -> chips.selected().stream().findFirst().ifPresent(chosen::set));
        return chips;
    }

    private HBox choices() {
        ComboBox<Site> sites = new ComboBox<>(model.sites);
        sites.setConverter(new StringConverter<>() {
            @Override
            public String toString(Site site) {
                return site == null ? "" : site.name();
            }

            @Override
            public Site fromString(String text) {
                return sites.getValue();
            }
        });
        sites.setOnAction(_ -> model.site.set(Optional.ofNullable(sites.getValue())));
        model.site.subscribe(site -> site.ifPresent(sites::setValue));
        LabelledField<ComboBox<Site>> field = new LabelledField<>(strings.text("privacy.record.site"), sites);
        field.visibleProperty().bind(model.kind.map(RecordKind::isOfSite));
        field.managedProperty().bind(field.visibleProperty());
        return new HBox(
                16,
                field,
                question(
                        "privacy.record.language",
                        chips(
                                List.of(Locale.ENGLISH, Locale.GERMAN),
                                "privacy.record.language",
                                locale -> locale.getDisplayLanguage(locale),
                                model.language)));
    }

    private VBox question(String title, Node answer) {
        Label label = new Label(strings.text(title));
        label.getStyleClass().add("field-label");
        return new VBox(4, label, answer);
    }

    private VBox fields() {
        VBox optOut = question(
                "privacy.record.opt-out-question",
                chips(
                        List.of(RecordFact.OptOut.values()),
                        "privacy.record.opt-out-question",
                        each -> strings.constant("privacy.record.opt-out", each),
                        model.optOut));
        optOut.visibleProperty().bind(Bindings.createBooleanBinding(model::isAws, model.draft));
        optOut.managedProperty().bind(optOut.visibleProperty());
        return new VBox(
                8,
                new FlowPane(
                        16,
                        4,
                        field("privacy.record.controller", "privacy.record.controller-hint", model.controller),
                        field("privacy.record.contact", "privacy.record.contact-hint", model.contact),
                        field("privacy.record.authority", "privacy.record.authority-hint", model.authority),
                        field("privacy.record.web", "privacy.record.web-hint", model.web)),
                optOut);
    }

    private Node field(String title, String hint, StringProperty value) {
        TextField typed = new TextField();
        typed.textProperty().bindBidirectional(value);
        LabelledField<TextField> field = new LabelledField<>(strings.text(title), typed).hint(strings.text(hint));
        field.setPrefWidth(FIELD);
        return field;
    }

    private Node save() {
        return Buttons.of(new Command(
                strings.text("privacy.record.save"),
                "mdi2f-file-document-outline",
                this::choose,
                Bindings.createBooleanBinding(
                        () -> !model.working.get() && model.isComplete(),
                        model.working,
                        model.draft,
                        model.kind,
                        model.site)));
    }

    private void choose() {
        String name = strings.constant("privacy.record.file", model.kind.get()) + "-"
                + model.language.get().getLanguage() + ".pdf";
        files.saveAs(
                        strings.text("privacy.record.save"),
                        name,
                        new FilePicker.FileType(strings.text("privacy.record.files"), List.of("*.pdf")))
                .ifPresent(model::write);
    }

    private void show() {
        about.setText(strings.constant("privacy.record.about", model.kind.get()));
        Optional<RecordDraft> draft = model.draft.get().filter(known -> known.kind() == model.kind.get());
        last.setText(draft.map(this::printed).orElse(""));
        differences.setText(draft.map(known ->
                        known.differences().stream().map(words::difference).collect(Collectors.joining("\n")))
                .orElse(""));
    }

    private String printed(RecordDraft draft) {
        return draft.last()
                .map(at -> draft.differences().isEmpty()
                        ? strings.text("privacy.record.unchanged", words.day(at))
                        : strings.text("privacy.record.changed", words.day(at)))
                .orElseGet(() -> strings.text("privacy.record.first"));
    }

    @Override
    public String title() {
        return strings.text("privacy.section.record");
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return kinds;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void hidden() {
        // Nothing runs while it is not shown.
    }
}
