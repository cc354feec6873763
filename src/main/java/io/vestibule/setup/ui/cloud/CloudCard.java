package io.vestibule.setup.ui.cloud;

import atlantafx.base.theme.Styles;
import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.Endpoint;
import io.vestibule.cloud.aws.ProfileSettings;
import io.vestibule.cloud.aws.Storage;
import io.vestibule.setup.CloudFacts;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.LabelledField;
import io.vestibule.ui.control.Validator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The connection to AWS.
public final class CloudCard extends SettingsCard {

    /// Kinds of credentials that use a profile of the AWS configuration files.
    private static final Set<CredentialKind> NAMED =
            Set.of(CredentialKind.PROFILE, CredentialKind.SSO, CredentialKind.ROLE);

    private static final int POLICY_ROWS = 12;

    /// The longest text that the settings accept.
    private static final int LONGEST = 1_000;

    private final CloudModel model;
    private final Strings strings;
    private final CloudFields typed;
    private final Map<LabelledField<TextField>, Set<CredentialKind>> fields = new LinkedHashMap<>();

    public CloudCard(CloudModel model) {
        super(model.strings().text("setup.cloud.title"), model, model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        this.typed = model.fields();
        Set<CredentialKind> all = EnumSet.allOf(CredentialKind.class);
        getChildren()
                .addAll(
                        state(),
                        kinds(),
                        field("cloud-name", "setup.cloud.name", typed.name, NAMED, ProfileSettings::isName),
                        field(
                                "cloud-command",
                                "setup.cloud.command",
                                typed.command,
                                EnumSet.of(CredentialKind.PROCESS),
                                CloudCard::filled),
                        field(
                                "cloud-role",
                                "setup.cloud.role",
                                typed.role,
                                EnumSet.of(CredentialKind.ROLE),
                                ProfileSettings::isRole),
                        field(
                                "cloud-external",
                                "setup.cloud.external",
                                typed.externalId,
                                EnumSet.of(CredentialKind.ROLE),
                                CloudCard::any),
                        regions(),
                        field("cloud-bucket", "setup.cloud.bucket", typed.bucket, all, Storage::isBucket),
                        field("cloud-prefix", "setup.cloud.prefix", typed.prefix, all, Storage::isTypedPrefix)
                                .hint(strings.text("setup.cloud.prefix-hint")),
                        byKey(),
                        key(all),
                        network(all),
                        new QuotaPane(model),
                        buttons(),
                        new LoginPane(model),
                        outcome(),
                        policy(),
                        problemLabel(model));
        typed.kind.subscribe(this::arrange);
    }

    private Label state() {
        Label state = Fields.wrapped("");
        state.setId("cloud-state");
        state.setGraphic(Icon.of("mdi2c-cloud-outline"));
        state.textProperty()
                .bind(model.facts().map(known -> known.map(this::words).orElse("")));
        return state;
    }

    private String words(CloudFacts facts) {
        String now = facts.undetermined()
                ? strings.text("setup.cloud.undetermined")
                : facts.region()
                        .map(region -> strings.text("setup.cloud.in-use", region))
                        .orElseGet(() -> strings.text("setup.cloud.embedded"));
        String fixed = facts.locked() ? " " + strings.text("setup.settings.fixed") : "";
        return (facts.restartNeeded() ? now + " " + strings.text("setup.cloud.restart") : now) + fixed;
    }

    private LabelledField<ComboBox<CredentialKind>> kinds() {
        ComboBox<CredentialKind> box = new ComboBox<>();
        box.setId("cloud-kind");
        box.getItems()
                .setAll(Arrays.stream(CredentialKind.values())
                        .filter(credentialKind -> credentialKind != CredentialKind.EMBEDDED)
                        .toList());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(CredentialKind credentialKind) {
                return credentialKind == null ? "" : strings.constant("setup.cloud.kind", credentialKind);
            }

            @Override
            public CredentialKind fromString(String text) {
                throw new UnsupportedOperationException("The box cannot be typed in");
            }
        });
        box.valueProperty().bindBidirectional(typed.kind);
        disable(box);
        return new LabelledField<>(strings.text("setup.cloud.kind"), box).hint(strings.text("setup.cloud.kind-hint"));
    }

    private LabelledField<ComboBox<String>> regions() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("cloud-region");
        box.setEditable(true);
        box.getItems().setAll(Endpoint.regions());
        box.getEditor().textProperty().bindBidirectional(typed.region);
        disable(box);
        return new LabelledField<>(strings.text("setup.cloud.region"), box);
    }

    private CheckBox byKey() {
        CheckBox box = new CheckBox(strings.text("setup.cloud.by-key"));
        box.setId("cloud-by-key");
        box.selectedProperty().bindBidirectional(typed.byKey);
        disable(box);
        return box;
    }

    private Node key(Set<CredentialKind> all) {
        var key = field("cloud-key", "setup.cloud.key", typed.key, all, CloudCard::any);
        key.hint(strings.text("setup.cloud.key-hint"));
        key.visibleProperty().bind(typed.byKey);
        key.managedProperty().bind(typed.byKey);
        return new VBox(key);
    }

    private TitledPane network(Set<CredentialKind> all) {
        PasswordField password = new PasswordField();
        password.setId("cloud-proxy-password");
        password.textProperty().bindBidirectional(typed.proxyPassword);
        disable(password);
        Predicate<String> address = text -> text.isEmpty() || Endpoint.isAddress(text);
        Predicate<String> service = text -> text.isEmpty() || Endpoint.isServiceAddress(text);
        VBox box = new VBox(
                8,
                field("cloud-proxy", "setup.cloud.proxy", typed.proxy, all, address)
                        .hint(strings.text("setup.cloud.proxy-hint")),
                field("cloud-proxy-name", "setup.cloud.proxy-name", typed.proxyName, all, CloudCard::any),
                new LabelledField<>(strings.text("setup.cloud.proxy-password"), password)
                        .hint(strings.text("setup.cloud.proxy-password-hint")),
                field("cloud-certificates", "setup.cloud.certificates", typed.certificates, all, CloudCard::any)
                        .hint(strings.text("setup.cloud.certificates-hint")),
                field("cloud-faces", "setup.cloud.faces", typed.faces, all, service)
                        .hint(strings.text("setup.cloud.address-hint")),
                field("cloud-photos", "setup.cloud.photos", typed.photos, all, service),
                field("cloud-roles", "setup.cloud.roles", typed.roles, all, service));
        TitledPane pane = new TitledPane(strings.text("setup.cloud.network"), box);
        pane.setId("cloud-network");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private FlowPane buttons() {
        var ready = model.mayChange().and(model.busy().not());
        Button test = Buttons.of(new Command(
                strings.text("setup.cloud.test"), "mdi2s-stethoscope", () -> whenRight(model::test), ready));
        test.setId("cloud-test");
        Button use = Buttons.of(
                new Command(strings.text("setup.cloud.use"), "mdi2c-connection", () -> whenRight(model::use), ready));
        use.setId("cloud-use");
        Button login =
                Buttons.of(new Command(strings.text("setup.cloud.login"), "mdi2l-login-variant", model::login, ready));
        login.setId("cloud-login");
        login.visibleProperty().bind(typed.kind.map(credentialKind -> NAMED.contains(credentialKind)));
        login.managedProperty().bind(login.visibleProperty());
        Button show = Buttons.of(new Command(
                strings.text("setup.cloud.policy"),
                "mdi2s-shield-key-outline",
                () -> whenRight(model::showPolicy),
                ready));
        show.setId("cloud-policy");
        Button back = Buttons.of(
                new Command(strings.text("setup.cloud.back"), "mdi2b-backup-restore", model::useEmbedded, ready));
        back.setId("cloud-back");
        back.getStyleClass().add(Styles.FLAT);
        back.visibleProperty()
                .bind(model.facts()
                        .map(known -> known.filter(facts ->
                                        facts.undetermined() || facts.draft().kind() != CredentialKind.EMBEDDED)
                                .isPresent()));
        back.managedProperty().bind(back.visibleProperty());
        return new FlowPane(8, 8, test, use, login, show, back);
    }

    private VBox outcome() {
        VBox box = new VBox();
        model.report()
                .subscribe(report -> box.getChildren()
                        .setAll(report.map(found -> new ReportPane(strings, found)).stream()
                                .toList()));
        return box;
    }

    private VBox policy() {
        TextArea text = new TextArea();
        text.setId("cloud-policy-text");
        text.setEditable(false);
        text.setPrefRowCount(POLICY_ROWS);
        text.textProperty().bind(model.policy());
        var field = new LabelledField<>(strings.text("setup.cloud.policy-text"), text);
        Button copy = Buttons.of(new Command(strings.text("setup.cloud.copy"), "mdi2c-content-copy", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.policy().get());
            Clipboard.getSystemClipboard().setContent(content);
        }));
        copy.setId("cloud-copy");
        VBox box = new VBox(4, field, copy);
        box.visibleProperty().bind(model.policy().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private LabelledField<TextField> field(
            String id, String words, StringProperty value, Set<CredentialKind> kinds, Predicate<String> right) {
        var field = Fields.line(strings.text(words), value, Validator.that(text -> right.test(text.strip()), wrong()));
        field.control().setId(id);
        disable(field.control());
        fields.put(field, kinds);
        return field;
    }

    private String wrong() {
        return strings.text("setup.cloud.wrong");
    }

    private static boolean filled(String text) {
        return !text.isBlank();
    }

    /// A value that only AWS can validate; only its length is checked here.
    private static boolean any(String text) {
        return text.length() <= LONGEST;
    }

    private void whenRight(Runnable action) {
        List<LabelledField<TextField>> validated = fields.entrySet().stream()
                .filter(entry -> entry.getValue().contains(typed.kind.get()))
                .map(Map.Entry::getKey)
                .toList();
        if (LabelledField.validateAll(validated)) {
            action.run();
        }
    }

    private void arrange(CredentialKind credentialKind) {
        fields.forEach((field, kinds) -> {
            if (!field.visibleProperty().isBound()) {
                field.setVisible(kinds.contains(credentialKind));
                field.setManaged(kinds.contains(credentialKind));
            }
        });
    }

    private void disable(Node node) {
        node.disableProperty().bind(model.mayChange().not().or(model.busy()));
    }
}
