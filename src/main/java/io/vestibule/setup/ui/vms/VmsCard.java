package io.vestibule.setup.ui.vms;

import atlantafx.base.theme.Styles;
import io.vestibule.setup.VmsFacts;
import io.vestibule.setup.VmsFlow;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.LabelledField;
import io.vestibule.ui.control.Validator;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The connection to the VMS.
public final class VmsCard extends SettingsCard {

    private final VmsModel model;
    private final Strings strings;
    private final LabelledField<TextField> address;
    private final LabelledField<TextField> key;
    private final LabelledField<TextField> email;
    private final LabelledField<TextField> password;
    private final LabelledField<TextField> certificates;

    public VmsCard(VmsModel model) {
        super(model.strings().text("setup.vms.title"), model, model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        String missing = strings.text("setup.vms.missing");
        this.address = Fields.line(strings.text("setup.vms.address"), model.address(), Validator.notBlank(missing));
        this.key = secret(strings.text("setup.vms.key"), model.key(), missing);
        this.email = Fields.line(
                strings.text("setup.vms.email"),
                model.email(),
                Validator.notBlank(missing).and(Validator.email(strings.text("setup.vms.email-wrong"))));
        this.password = secret(strings.text("setup.vms.password"), model.password(), missing);
        address.control().setId("vms-address");
        key.control().setId("vms-key");
        email.control().setId("vms-email");
        certificates = new LabelledField<>(strings.text("setup.vms.certificates"), new TextField())
                .hint(strings.text("setup.vms.certificates-hint"));
        certificates.control().setId("vms-certificates");
        certificates.control().textProperty().bindBidirectional(model.certificates());
        Fields.commit(certificates.control(), model::saveCertificates);
        certificates
                .control()
                .disableProperty()
                .bind(model.mayChange()
                        .not()
                        .or(model.busy())
                        .or(BooleanExpression.booleanExpression(model.facts().map(VmsFacts::certificatesLocked))));
        password.control().setId("vms-password");
        List.of(address, key, email, password)
                .forEach(field -> field.control()
                        .disableProperty()
                        .bind(model.mayChange().not().or(model.busy())));
        getChildren()
                .addAll(
                        state(),
                        ways(),
                        address,
                        key,
                        email,
                        password,
                        certificates,
                        buttons(),
                        running(),
                        outcome(),
                        problemLabel(model));
        model.loginMethod().subscribe(this::arrange);
        model.facts().subscribe(this::showFacts);
    }

    private Label state() {
        Label state = Fields.wrapped("");
        state.setId("vms-state");
        state.setGraphic(Icon.of("mdi2s-server-network"));
        state.textProperty().bind(model.facts().map(this::words));
        return state;
    }

    private String words(VmsFacts facts) {
        if (facts.undetermined()) {
            return strings.text("setup.vms.undetermined");
        }
        return facts.embedded()
                ? strings.text("setup.vms.embedded")
                : strings.text("setup.vms.connected", facts.address());
    }

    private FlowPane ways() {
        ToggleGroup group = new ToggleGroup();
        RadioButton byKey = way(VmsModel.LoginMethod.KEY, group);
        RadioButton byLogin = way(VmsModel.LoginMethod.LOGIN, group);
        return new FlowPane(16, 8, byKey, byLogin);
    }

    private RadioButton way(VmsModel.LoginMethod loginMethod, ToggleGroup group) {
        RadioButton button = new RadioButton(strings.constant("setup.vms.way", loginMethod));
        button.setId("vms-way-" + loginMethod);
        button.setToggleGroup(group);
        button.setSelected(model.loginMethod().get() == loginMethod);
        button.selectedProperty().subscribe(selected -> {
            if (selected) {
                model.loginMethod().set(loginMethod);
            }
        });
        button.disableProperty().bind(model.mayChange().not());
        return button;
    }

    private FlowPane buttons() {
        BooleanExpression ready = model.mayChange().and(model.busy().not());
        Button connect = Buttons.of(new Command(
                strings.text("setup.vms.connect"),
                "mdi2c-connection",
                () -> {
                    if (LabelledField.validateAll(shown())) {
                        model.connect();
                    }
                },
                BooleanExpression.booleanExpression(ready)));
        connect.setId("vms-connect");
        Button test = Buttons.of(new Command(strings.text("setup.vms.test"), "mdi2s-stethoscope", this::test, ready));
        test.setId("vms-test");
        Button back = Buttons.of(
                new Command(strings.text("setup.vms.back"), "mdi2b-backup-restore", model::useEmbedded, ready));
        back.setId("vms-back");
        back.getStyleClass().add(Styles.FLAT);
        back.visibleProperty().bind(model.facts().map(facts -> !facts.embedded() && !facts.locked()));
        back.managedProperty().bind(back.visibleProperty());
        shownAll().forEach(field -> field.control().setOnAction(_ -> connect.fire()));
        return new FlowPane(8, 8, connect, test, back);
    }

    /// A test takes up to half a minute for each call, so it shows how far it is and can be cancelled.
    private HBox running() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progress().divide((double) VmsFlow.CHECKS));
        bar.setAccessibleText(strings.text("setup.vms.asking"));
        Label words = new Label();
        words.textProperty()
                .bind(model.progress()
                        .map(step -> strings.text("setup.vms.progress", step.intValue(), VmsFlow.CHECKS)));
        Button cancel = Buttons.of(new Command(strings.text("setup.vms.cancel"), "mdi2c-close", model::cancel));
        cancel.setId("vms-cancel");
        HBox running = new HBox(8, bar, words, cancel);
        running.setAlignment(Pos.CENTER_LEFT);
        show(running, model.busy());
        return running;
    }

    /// With no input, the VMS in use is tested.
    private void test() {
        boolean nothing = model.key().get().isBlank() && model.password().get().isEmpty();
        if (nothing || LabelledField.validateAll(shown())) {
            model.test();
        }
    }

    private Label outcome() {
        Label outcome = Fields.wrapped("");
        outcome.setId("vms-outcome");
        outcome.setGraphic(Icon.of("mdi2c-check", "state-done"));
        outcome.textProperty().bind(model.outcome());
        show(outcome, model.outcome().isNotEmpty());
        return outcome;
    }

    private List<LabelledField<TextField>> shownAll() {
        return List.of(address, key, email, password);
    }

    private List<LabelledField<TextField>> shown() {
        return shownAll().stream().filter(Node::isManaged).toList();
    }

    private void arrange(VmsModel.LoginMethod loginMethod) {
        boolean byKey = loginMethod == VmsModel.LoginMethod.KEY;
        shownAll().forEach(LabelledField::reset);
        place(key, byKey);
        place(email, !byKey);
        place(password, !byKey);
        showFacts(model.facts().get());
    }

    private void showFacts(VmsFacts facts) {
        boolean fixed = facts.locked() && model.loginMethod().get() == VmsModel.LoginMethod.KEY;
        place(address, !fixed);
        boolean login = model.loginMethod().get() == VmsModel.LoginMethod.LOGIN;
        address.hint(strings.text(login ? "setup.vms.cloud-hint" : "setup.vms.address-hint"));
        key.hint(strings.text(fixed ? "setup.settings.fixed" : "setup.vms.key-hint"));
        password.hint(strings.text("setup.vms.password-hint"));
        certificates.hint(
                strings.text(facts.certificatesLocked() ? "setup.settings.fixed" : "setup.vms.certificates-hint"));
    }

    private static void place(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static void show(Node node, BooleanExpression when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static LabelledField<TextField> secret(String words, StringProperty value, String missing) {
        PasswordField field = new PasswordField();
        field.textProperty().bindBidirectional(value);
        return new LabelledField<TextField>(words, field).check(field.textProperty(), Validator.notBlank(missing));
    }
}
