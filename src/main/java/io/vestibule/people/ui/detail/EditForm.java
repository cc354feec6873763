package io.vestibule.people.ui.detail;

import io.vestibule.base.Problem;
import io.vestibule.people.Contact;
import io.vestibule.people.ContactFormat;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.Focus;
import io.vestibule.ui.control.LabelledField;
import io.vestibule.ui.control.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Edits a person's data, in place of the facts. Ctrl+Enter saves, Esc discards the edit.
final class EditForm extends VBox {

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    /// Retention to choose, in days from now; no choice keeps the expiry date.
    private static final List<Integer> DAYS = List.of(7, 30, 365);

    private final Strings strings;
    private final Supplier<Instant> now;
    private final Person person;
    private final LabelledField<TextField> name;
    private final Chips<PersonKind> kind;
    private final LabelledField<TextField> host;
    private final LabelledField<TextField> email;
    private final LabelledField<TextField> phone;
    private final Chips<Site> sites;
    private final Chips<Integer> days;
    private final LabelledField<TextArea> note;
    private final Label problem = new Label();
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty(true);
    private final Consumer<PersonEdit> save;
    private final Runnable cancel;
    private final HBox buttons;
    private final List<Node> usual;
    private final PersonEdit before;

    EditForm(PersonDetail detail, Strings strings, Supplier<Instant> now, Consumer<PersonEdit> save, Runnable cancel) {
        super(4);
        this.strings = strings;
        this.now = now;
        this.save = save;
        person = detail.person();
        name = field(strings.text("people.name"), person.name());
        name.check(name.control().textProperty(), Validator.notBlank(strings.text("people.name-missing")));
        List<PersonKind> kinds = person.kind() == PersonKind.WATCH
                ? List.of(PersonKind.WATCH)
                : List.of(PersonKind.VISITOR, PersonKind.EMPLOYEE);
        kind = Chips.single(kinds, one -> strings.constant("people.kind", one));
        kind.selected().setAll(person.kind());
        host = field(strings.text("people.host"), person.contact().host());
        email = field(strings.text("people.email"), person.contact().email());
        email.check(
                email.control().textProperty(),
                Validator.that(
                        text -> text.isBlank() || ContactFormat.email(text).isPresent(),
                        strings.text("people.email-unfit")));
        phone = field(strings.text("people.phone"), person.contact().phone());
        phone.control().textProperty().subscribe(typed -> phone.hint(doubt(typed)));
        sites = Chips.multiple(detail.sites(), Site::name);
        sites.selected()
                .setAll(detail.sites().stream()
                        .filter(site -> person.sites().contains(site.id()))
                        .toList());
        days = Chips.optional(
                DAYS, count -> strings.text(count == 365 ? "people.expires-year" : "people.expires-days", count));
        TextArea text = new TextArea(person.note());
        text.setPrefRowCount(2);
        text.setWrapText(true);
        note = new LabelledField<>(strings.text("people.note"), text);
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        this.cancel = cancel;
        buttons = new HBox(
                8,
                Buttons.primary(new Command(strings.text("people.save"), "mdi2c-check", this::save, ready)),
                Buttons.of(new Command(strings.text("people.cancel"), "", this::leave)));
        usual = List.copyOf(buttons.getChildren());
        getChildren().addAll(name, titled("people.kind-label", kind), host, email, phone);
        if (!detail.sites().isEmpty()) {
            getChildren().add(titled("people.sites", sites));
        }
        getChildren().addAll(titled("people.expires", days), note, problem, buttons);
        before = typed();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                save();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
    }

    void focusFirst() {
        name.control().requestFocus();
        name.control().selectAll();
    }

    /// Shows why it could not be saved.
    void fail(Problem why) {
        ready.set(true);
        ProblemText words = strings.problem(why);
        String text = words.summary() + " " + words.advice();
        Optional<LabelledField<?>> field = switch (why.code()) {
            case "enrol.name-missing", "enrol.name-unfit" -> Optional.of(name);
            case "enrol.email-unfit" -> Optional.of(email);
            case "enrol.phone-unfit" -> Optional.of(phone);
            default -> Optional.empty();
        };
        field.ifPresentOrElse(
                wrong -> {
                    wrong.fail(text);
                    wrong.control().requestFocus();
                },
                () -> problem.setText(text));
    }

    /// Asks before changes are thrown away; a second Esc goes on editing.
    private void leave() {
        if (!buttons.getChildren().equals(usual)) {
            goOn();
        } else if (typed().equals(before)) {
            cancel.run();
        } else {
            problem.setText(strings.text("people.edit-unsaved"));
            Button goOn = Buttons.primary(new Command(strings.text("people.edit-go-on"), "", this::goOn));
            Button discard = Buttons.of(new Command(strings.text("people.edit-discard"), "", cancel));
            buttons.getChildren().setAll(goOn, discard);
            goOn.requestFocus();
            Platform.runLater(() -> Focus.reveal(goOn));
        }
    }

    private void goOn() {
        problem.setText("");
        buttons.getChildren().setAll(usual);
        name.control().requestFocus();
    }

    private void save() {
        if (!ready.get() || !LabelledField.validateAll(List.of(name, email))) {
            return;
        }
        ready.set(false);
        problem.setText("");
        save.accept(typed());
    }

    private PersonEdit typed() {
        Optional<Instant> expires = days.selected().isEmpty()
                ? person.expires()
                : Optional.of(now.get().plus(Duration.ofDays(days.selected().getFirst())));
        return new PersonEdit(
                text(name),
                kind.selected().getFirst(),
                ContactFormat.clean(new Contact(text(email), text(phone), text(host))),
                sites.selected().stream().map(Site::id).collect(Collectors.toSet()),
                note.control().getText().strip(),
                expires);
    }

    private String doubt(String typed) {
        return ContactFormat.phone(typed) instanceof ContactFormat.Phone.Doubtful doubtful
                ? strings.text("people.phone-doubt", doubtful.shown())
                : "";
    }

    private VBox titled(String key, Chips<?> chips) {
        Label title = new Label(
                switch (key) {
                    case "people.kind-label" -> strings.text("people.kind-label");
                    case "people.sites" -> strings.text("people.sites");
                    default -> strings.text("people.expires");
                });
        title.getStyleClass().add("field-label");
        VBox box = new VBox(4, title, chips);
        box.setPadding(new javafx.geometry.Insets(0, 0, 12, 0));
        return box;
    }

    private static LabelledField<TextField> field(String words, String value) {
        return new LabelledField<>(words, new TextField(value));
    }

    private static String text(LabelledField<TextField> field) {
        return field.control().getText().strip();
    }
}
