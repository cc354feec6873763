package io.vestibule.privacy.ui;

import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.privacy.consent.ConsentText;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The consent texts: whom the text is for, the text, and how it reads.
public final class ConsentPane extends HBox implements PrivacySection {

    private static final double SIDE = 340;

    /// Languages to write in: those of the European Union and of its neighbours with many visitors.
    private static final List<String> LANGUAGES = List.of(
            "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl",
            "no", "pl", "pt", "ro", "sk", "sl", "sv", "tr", "uk");

    private final ConsentModel model;
    private final Strings strings;
    private final Label inForce = new Label();
    private final TextArea text = new TextArea();

    /// @param done shows that something was done
    public ConsentPane(ConsentModel model, Consumer<String> done) {
        super(16);
        this.model = model;
        this.strings = model.strings();
        inForce.getStyleClass().add("quiet");
        inForce.setWrapText(true);
        inForce.setMinHeight(Region.USE_PREF_SIZE);
        text.setWrapText(true);
        text.setAccessibleText(strings.text("privacy.consent.text"));
        text.textProperty().bindBidirectional(model.words);
        text.setId("consent-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        FlowPane buttons = new FlowPane(
                8,
                8,
                Buttons.of(new Command(
                        strings.text("privacy.consent.publish"),
                        "mdi2c-check-decagram-outline",
                        () -> model.publish(() -> done.accept(strings.text("privacy.consent.published"))))),
                Buttons.of(new Command(
                        strings.text("privacy.consent.save-draft"),
                        "mdi2c-content-save-outline",
                        () -> model.saveDraft(() -> done.accept(strings.text("privacy.consent.draft-saved"))))),
                Buttons.of(new Command(
                        strings.text("privacy.consent.standard"), "mdi2b-backup-restore", model::useStandard)));
        VBox writing = new VBox(12, choices(), inForce, text, buttons);
        HBox.setHgrow(writing, Priority.ALWAYS);
        writing.setMinWidth(0);
        ConsentSide side = new ConsentSide(model);
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        getChildren().addAll(writing, side);
        model.written.subscribe(_ -> showInForce());
    }

    @Override
    public String title() {
        return strings.text("privacy.section.consent");
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Node first() {
        return text;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    /// What was written stays until the section is shown again.
    @Override
    public void hidden() {}

    private FlowPane choices() {
        Chips<PersonKind> kinds = Chips.single(
                List.of(PersonKind.VISITOR, PersonKind.EMPLOYEE),
                each -> strings.constant("privacy.consent.kind", each));
        kinds.selected().setAll(List.of(model.kind.get()));
        kinds.selected().addListener((ListChangeListener<PersonKind>)
                _ -> kinds.selected().stream().findFirst().ifPresent(model.kind::set));
        ComboBox<String> language = box(strings.text("privacy.consent.language"), ConsentPane::nameOf);
        language.getItems().setAll(LANGUAGES);
        language.valueProperty().bindBidirectional(model.language);
        ComboBox<Optional<Site>> site = box(
                strings.text("privacy.consent.site"),
                chosen -> chosen.map(Site::name).orElse(strings.text("privacy.consent.all-sites")));
        model.sites.addListener((ListChangeListener<Site>) _ -> offer(site));
        offer(site);
        site.setOnAction(_ -> {
            if (site.getValue() != null) {
                model.site.set(site.getValue().map(Site::id));
            }
        });
        FlowPane choices = new FlowPane(12, 8, kinds, language, site);
        choices.setAlignment(Pos.CENTER_LEFT);
        return choices;
    }

    private void offer(ComboBox<Optional<Site>> box) {
        box.getItems().setAll(List.of(Optional.empty()));
        model.sites.forEach(site -> box.getItems().add(Optional.of(site)));
        box.setValue(box.getItems().stream()
                .filter(each -> each.map(Site::id).equals(model.site.get()))
                .findFirst()
                .orElse(Optional.empty()));
    }

    private static <T> ComboBox<T> box(String title, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setAccessibleText(title);
        box.setVisibleRowCount(14);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
        return box;
    }

    private static String nameOf(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        return language.getDisplayLanguage(language);
    }

    private void showInForce() {
        var written = model.written.get();
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
        String published = written.flatMap(found -> found.versions().stream().findFirst())
                .map(version -> strings.text(
                        "privacy.consent.in-force",
                        Integer.toString(version.version()),
                        day.format(version.changedAt())))
                .orElseGet(() -> strings.text(
                        model.site.get().isPresent() ? "privacy.consent.none-of-site" : "privacy.consent.none"));
        String draft = written.flatMap(found -> found.draft())
                .map(ConsentText::changedAt)
                .map(at -> " " + strings.text("privacy.consent.draft-of", day.format(at)))
                .orElse("");
        inForce.setText(published + draft);
    }
}
