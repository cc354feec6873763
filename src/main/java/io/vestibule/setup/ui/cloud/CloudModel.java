package io.vestibule.setup.ui.cloud;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.Problem;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.aws.BrowserLogin;
import io.vestibule.cloud.aws.ConnectionReport;
import io.vestibule.setup.CloudFacts;
import io.vestibule.setup.CloudFlow;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.setup.ui.SettingField;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The configuration of the AWS connection. The proxy's password is cleared as soon as it is saved.
public final class CloudModel extends SettingsCardModel {

    private final CloudFlow flow;
    private final Consumer<URI> browser;
    private final CloudFields fields = new CloudFields();
    private final ObjectProperty<Optional<CloudFacts>> facts =
            new SimpleObjectProperty<>(this, "facts", Optional.empty());
    private final ObjectProperty<Optional<ConnectionReport>> report =
            new SimpleObjectProperty<>(this, "report", Optional.empty());
    private final StringProperty policy = new SimpleStringProperty(this, "policy", "");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");

    private final ObjectProperty<Optional<BrowserLogin.Prompt>> prompt =
            new SimpleObjectProperty<>(this, "prompt", Optional.empty());
    private final BooleanProperty loggedIn = new SimpleBooleanProperty(this, "loggedIn");

    private final List<SettingField<Integer>> quotas;

    /// @param browser opens a page in the system's browser
    public CloudModel(
            CloudFlow flow, SettingsFlow settings, Consumer<URI> browser, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.quotas = Arrays.stream(Operation.values())
                .map(operation -> new SettingField<>(
                        settings,
                        strings(),
                        Quotas.setting(operation),
                        new SettingField.Range<>(operation.apiName(), "", 0, Quotas.MOST, value -> (int) value)))
                .toList();
        this.flow = flow;
        this.browser = browser;
    }

    @Override
    public void refresh() {
        super.refresh();
        quotas.forEach(SettingField::refresh);
        boolean untouched = facts.get()
                .map(known -> known.draft().endpoint().equals(fields.draft().endpoint())
                        && known.draft().storage().equals(fields.draft().storage()))
                .orElse(true);
        work().runUnlisted(
                        flow::facts,
                        found -> {
                            if (untouched) {
                                fields.show(found.draft());
                            }
                            facts.set(Optional.of(found));
                        },
                        this::fail);
    }

    /// Rate limits in calls per second, by operation; 0 for the region's default.
    List<SettingField<Integer>> quotas() {
        return quotas;
    }

    CloudFields fields() {
        return fields;
    }

    ObjectProperty<Optional<CloudFacts>> facts() {
        return facts;
    }

    /// Result of the last test; empty if there was none, or it could not make any call.
    ObjectProperty<Optional<ConnectionReport>> report() {
        return report;
    }

    /// The IAM policy for the typed connection; empty until it is requested.
    StringProperty policy() {
        return policy;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// The prompt of the login in progress; empty if there is none.
    ObjectProperty<Optional<BrowserLogin.Prompt>> prompt() {
        return prompt;
    }

    /// Whether the last login succeeded.
    BooleanProperty loggedIn() {
        return loggedIn;
    }

    void login() {
        var profileForm = fields.draft();
        String password = fields.proxyPassword.get();
        loggedIn.set(false);
        start(
                strings().text("setup.cloud.logging-in"),
                () -> {
                    flow.login(profileForm, password, loginPrompt -> work().runOnFxThread(() -> show(loginPrompt)));
                    return true;
                },
                done -> {
                    prompt.set(Optional.empty());
                    loggedIn.set(done);
                });
    }

    private void show(BrowserLogin.Prompt loginPrompt) {
        prompt.set(Optional.of(loginPrompt));
        browser.accept(loginPrompt.page());
    }

    void test() {
        var profileForm = fields.draft();
        String password = fields.proxyPassword.get();
        ask(() -> flow.test(profileForm, password), found -> {
            report.set(Optional.of(found));
            if (!found.isUsable()) {
                showPolicy();
            }
        });
    }

    void showPolicy() {
        var profileForm = fields.draft();
        work().runUnlisted(() -> flow.policy(profileForm), policy::set, this::fail);
    }

    void use() {
        var profileForm = fields.draft();
        String password = fields.proxyPassword.get();
        ask(() -> flow.use(profileForm, password), this::used);
    }

    void useEmbedded() {
        ask(flow::useEmbedded, this::used);
    }

    private void used(CloudFacts found) {
        fields.proxyPassword.set("");
        saved().set(true);
        facts.set(Optional.of(found));
    }

    private <T> void ask(Callable<T> task, Consumer<T> done) {
        start(strings().text("setup.cloud.asking"), task, done);
    }

    private <T> void start(String label, Callable<T> task, Consumer<T> done) {
        clearStatus();
        report.set(Optional.empty());
        busy.set(true);
        work().run(
                        label,
                        task,
                        found -> {
                            busy.set(false);
                            done.accept(found);
                        },
                        this::fail);
    }

    private void fail(Problem wrong) {
        busy.set(false);
        prompt.set(Optional.empty());
        var words = strings().problem(wrong);
        problem().set(words.summary() + " " + words.explanation() + " " + words.advice());
    }
}
