package io.vestibule.setup.ui.vms;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.Problem;
import io.vestibule.setup.VmsCheckResult;
import io.vestibule.setup.VmsFacts;
import io.vestibule.setup.VmsFlow;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.TaskRunner;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The configuration of the VMS. Typed keys and passwords are cleared as soon as they were used.
public final class VmsModel extends SettingsCardModel {

    /// How the connection is entered.
    enum LoginMethod {
        KEY,
        LOGIN
    }

    /// Clocks that differ by less than this count as equal, in seconds.
    private static final long SAME_CLOCK = 5;

    private final VmsFlow flow;
    private final Runnable changed;
    private final ObjectProperty<VmsFacts> facts = new SimpleObjectProperty<>(this, "facts", VmsFacts.NOTHING);
    private final ObjectProperty<LoginMethod> loginMethod = new SimpleObjectProperty<>(this, "way", LoginMethod.KEY);
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final StringProperty key = new SimpleStringProperty(this, "key", "");
    private final StringProperty email = new SimpleStringProperty(this, "email", "");
    private final StringProperty password = new SimpleStringProperty(this, "password", "");
    private final StringProperty outcome = new SimpleStringProperty(this, "outcome", "");
    private final StringProperty certificates = new SimpleStringProperty(this, "certificates", "");
    private final ReadOnlyIntegerWrapper progress = new ReadOnlyIntegerWrapper(this, "progress");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");

    /// @param changed called after a switch to another VMS; FX thread
    public VmsModel(VmsFlow flow, Session session, SetupContext context, Runnable changed) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.flow = flow;
        this.changed = changed;
    }

    private Optional<BackgroundTask> running = Optional.empty();

    private record Tried(VmsCheckResult reached, VmsFacts facts) {}

    @Override
    public void refresh() {
        super.refresh();
        work().runUnlisted(flow::facts, this::show, this::fail);
    }

    ObjectProperty<VmsFacts> facts() {
        return facts;
    }

    ObjectProperty<LoginMethod> loginMethod() {
        return loginMethod;
    }

    StringProperty address() {
        return address;
    }

    StringProperty key() {
        return key;
    }

    StringProperty email() {
        return email;
    }

    StringProperty password() {
        return password;
    }

    /// Path of the file of the company's own certificate authorities.
    StringProperty certificates() {
        return certificates;
    }

    private void show(VmsFacts found) {
        facts.set(found);
        certificates.set(found.certificates());
    }

    /// Saves the file of certificate authorities, if it was changed.
    void saveCertificates() {
        String path = certificates.get().strip();
        if (path.equals(facts.get().certificates()) || busy.get()) {
            return;
        }
        start(
                _ -> {
                    flow.useCertificates(path);
                    return flow.facts();
                },
                found -> {
                    saved().set(true);
                    show(found);
                });
    }

    /// Stops the test or the connection that is running; what it would have changed stays as it was.
    void cancel() {
        running.ifPresent(BackgroundTask::cancel);
    }

    /// Result of the last test; empty if it failed or there was none.
    StringProperty outcome() {
        return outcome;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// Tests the typed connection, or the VMS in use if nothing was typed.
    void test() {
        boolean nothing = key.get().isBlank() && password.get().isEmpty();
        Callable<VmsConnection> wanted = typedConnection();
        start(
                progress -> nothing ? flow.check(progress) : flow.check(wanted.call(), progress),
                vmsCheckResult -> outcome.set(words(vmsCheckResult)));
    }

    /// Tests the typed connection and uses it from then on.
    void connect() {
        Callable<VmsConnection> wanted = typedConnection();
        start(progress -> new Tried(flow.use(wanted.call(), progress), flow.facts()), tried -> {
            clearSecrets();
            address.set("");
            saved().set(true);
            outcome.set(words(tried.reached()));
            show(tried.facts());
            changed.run();
        });
    }

    void useEmbedded() {
        start(
                _ -> {
                    flow.useEmbedded();
                    return flow.facts();
                },
                found -> {
                    saved().set(true);
                    show(found);
                    changed.run();
                });
    }

    /// The typed connection, as a task that may make network calls.
    private Callable<VmsConnection> typedConnection() {
        String where = facts.get().locked() && loginMethod.get() == LoginMethod.KEY
                ? facts.get().address()
                : address.get();
        String typedKey = key.get();
        String who = email.get();
        String typedPassword = password.get();
        return loginMethod.get() == LoginMethod.KEY
                ? () -> new VmsConnection(VmsAddress.parse(where), LicenceKey.of(typedKey))
                : () -> flow.login(VmsAddress.parse(where), who, typedPassword);
    }

    private <T> void start(TaskRunner.Task<T> task, Consumer<T> done) {
        clearStatus();
        outcome.set("");
        busy.set(true);
        boolean[] over = new boolean[1]; // work that ends at once has ended before its task is known
        BackgroundTask started = work().run(
                        strings().text("setup.vms.asking"),
                        task,
                        found -> {
                            over[0] = true;
                            busy.set(false);
                            done.accept(found);
                        },
                        problem -> {
                            over[0] = true;
                            fail(problem);
                        });
        if (!over[0]) {
            running = Optional.of(started);
            started.done().subscribe(step -> progress.set(step.intValue()));
        }
    }

    /// How many of the [VmsFlow#CHECKS] calls of a test were answered.
    ReadOnlyIntegerProperty progress() {
        return progress.getReadOnlyProperty();
    }

    private void fail(Problem wrong) {
        busy.set(false);
        running = Optional.empty();
        progress.set(0);
        if (wrong.code().equals("ui.cancelled")) {
            problem().set(strings().text("setup.vms.cancelled"));
            return;
        }
        var words = strings().problem(wrong);
        problem().set(words.summary() + " " + words.explanation() + " " + words.advice());
    }

    private void clearSecrets() {
        key.set("");
        password.set("");
    }

    private String words(VmsCheckResult vmsCheckResult) {
        return strings()
                        .text(
                                "setup.vms.reached",
                                vmsCheckResult.cameras(),
                                vmsCheckResult.groups(),
                                vmsCheckResult.rules())
                + unreadable(vmsCheckResult.unreadable())
                + " " + clock(vmsCheckResult.time().skew());
    }

    private String unreadable(int rules) {
        return rules == 0 ? "" : " " + strings().text("setup.vms.rules-unreadable", rules);
    }

    private String clock(Duration skew) {
        long seconds = skew.abs().toSeconds();
        if (seconds <= SAME_CLOCK) {
            return strings().text("setup.vms.clock-same");
        }
        return strings().text(skew.isNegative() ? "setup.vms.clock-behind" : "setup.vms.clock-ahead", seconds);
    }
}
