package io.vestibule.rules.ui;

import io.vestibule.people.ContactFormat;
import io.vestibule.rules.AddressType;
import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleDraft;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.LabelledField;
import io.vestibule.vms.Recipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The recipients of the alert: addresses that were validated when they were added.
final class RuleRecipientsCard extends RuleCard {

    private final BuilderModel model;
    private final Strings strings;
    private final TokenPane tokens = new TokenPane();
    private final LabelledField<TextField> field;
    private final HBox row;
    private String asked = "";

    RuleRecipientsCard(BuilderModel model) {
        super(
                model.rules().strings(),
                DraftProblem.DraftSection.RECIPIENTS,
                "mdi2b-bell-outline",
                model.rules().strings().text("rules.tell"));
        this.model = model;
        this.strings = model.rules().strings();
        field = new LabelledField<TextField>(strings.text("rules.address"), new AddressListField())
                .hint(strings.text("rules.address-hint"));
        field.control().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                add();
                event.consume();
            }
        });
        field.control().textProperty().addListener((_, _, _) -> field.reset());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = Buttons.of(new Command(strings.text("rules.add-address"), "mdi2p-plus", this::add));
        row = new HBox(8, field, add);
        row.setAlignment(Pos.CENTER_LEFT);
        content(row, tokens);
    }

    /// Clears what was typed, when another rule is opened.
    void reset() {
        field.control().clear();
        field.reset();
    }

    void show(RuleDraft draft, boolean editable) {
        List<TokenPane.Token> all = new ArrayList<>();
        Recipients tell = draft.recipients();
        tell.email().forEach(address -> all.add(token(AddressType.EMAIL, address)));
        tell.sms().forEach(address -> all.add(token(AddressType.PHONE, address)));
        tell.app().forEach(address -> all.add(token(AddressType.APP, address)));
        tokens.show(all, editable);
        hide(row, !editable);
    }

    private TokenPane.Token token(AddressType kind, String address) {
        Node icon = Icon.of(
                switch (kind) {
                    case EMAIL -> "mdi2e-email-outline";
                    case PHONE -> "mdi2c-cellphone";
                    case APP -> "mdi2b-bell-outline";
                });
        return new TokenPane.Token(
                kind + " " + address,
                List.of(icon),
                address,
                strings.text("rules.take-away", address),
                () -> model.edit(draft -> draft.withRecipients(changed(draft.recipients(), kind, list -> {
                    List<String> less = new ArrayList<>(list);
                    less.remove(address);
                    return less;
                }))));
    }

    /// Adds each valid address of what was typed or pasted; the others stay in the field, and are named.
    private void add() {
        List<String> typed = AddressListField.split(field.control().getText());
        if (typed.isEmpty()) {
            return;
        }
        if (typed.size() == 1) {
            addOne(typed.getFirst());
        } else {
            addAll(typed);
        }
        field.control().requestFocus();
        field.control().end();
    }

    private void addOne(String typed) {
        AddressType kind = AddressType.guess(typed);
        Optional<String> address = kind.parse(typed);
        Optional<ContactFormat.Phone.Doubtful> doubt = kind.doubt(typed);
        boolean confirmed = doubt.isPresent() && typed.equals(asked);
        if (doubt.isPresent() && !confirmed) {
            ask(doubt.get());
            return;
        }
        if (address.isEmpty() && !confirmed) {
            field.fail(strings.constant("rules.address-wrong", kind));
            return;
        }
        asked = "";
        field.control().clear();
        model.edit(draft -> draft.withRecipients(
                with(draft.recipients(), kind, confirmed ? doubt.get().e164() : address.get())));
    }

    /// Shows the number that was probably meant; a second Enter takes it.
    private void ask(ContactFormat.Phone.Doubtful doubt) {
        field.control().setText(doubt.shown());
        asked = doubt.shown();
        field.fail(strings.constant("rules.address-doubt", doubt.doubt()));
    }

    /// Those that are wrong or doubtful stay in the field.
    private void addAll(List<String> typed) {
        List<String> wrong = new ArrayList<>();
        model.edit(draft -> {
            Recipients all = draft.recipients();
            for (String text : typed) {
                AddressType kind = AddressType.guess(text);
                Optional<String> address =
                        kind.parse(text).filter(_ -> kind.doubt(text).isEmpty());
                if (address.isEmpty()) {
                    wrong.add(text);
                } else {
                    all = with(all, kind, address.get());
                }
            }
            return draft.withRecipients(all);
        });
        field.control().setText(String.join(", ", wrong));
        if (!wrong.isEmpty()) {
            field.fail(strings.text("rules.addresses-wrong", wrong.size(), typed.size(), String.join(", ", wrong)));
        }
    }

    private static Recipients with(Recipients recipients, AddressType kind, String address) {
        return changed(recipients, kind, list -> {
            List<String> more = new ArrayList<>(list);
            more.remove(address);
            more.add(address);
            return more;
        });
    }

    private static Recipients changed(Recipients tell, AddressType kind, Function<List<String>, List<String>> change) {
        return new Recipients(
                kind == AddressType.APP ? change.apply(tell.app()) : tell.app(),
                kind == AddressType.EMAIL ? change.apply(tell.email()) : tell.email(),
                kind == AddressType.PHONE ? change.apply(tell.sms()) : tell.sms());
    }
}
