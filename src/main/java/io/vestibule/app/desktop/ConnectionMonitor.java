package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.aws.BrowserLogin;
import io.vestibule.setup.CloudFlow;
import io.vestibule.setup.ui.cloud.LoginPane;
import io.vestibule.ui.Command;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.shell.Notice;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows a notice while saved jobs wait for the connection, with the command that may help: to log in again where the
/// login expired, else to retry now. Refreshed when the journal changes.
final class ConnectionMonitor {

    private static final String EXPIRED = new CloudFailure.Expired().problem().code();

    /// @param login whether a login in the browser solves it
    private record ConnectionIssue(String code, boolean login) {}

    private final Application application;
    private final ScreenContext screenContext;
    private final CloudFlow flow;
    private final Consumer<URI> browser;
    private final Consumer<Problem> onProblem;
    private final AtomicBoolean refreshScheduled = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param browser opens a page in the system's browser
    ConnectionMonitor(
            Application application,
            ScreenContext screenContext,
            CloudFlow flow,
            Consumer<URI> browser,
            Consumer<Problem> onProblem) {
        this.application = application;
        this.screenContext = screenContext;
        this.flow = flow;
        this.browser = browser;
        this.onProblem = onProblem;
    }

    /// Starts monitoring; the journal must be open.
    void start() {
        application.storage().journal().onChange(_ -> scheduleRefresh());
        scheduleRefresh();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Called on any thread; coalesces calls, so that at most one refresh is scheduled.
    private void scheduleRefresh() {
        if (refreshScheduled.compareAndSet(false, true)) {
            screenContext.work().runOnFxThread(this::refresh);
        }
    }

    private void refresh() {
        screenContext
                .work()
                .runUnlisted(
                        () -> {
                            refreshScheduled.set(false);
                            return application.storage().journal().openProblemCodes().stream()
                                    .filter(CloudFailure::isConnectionFailure)
                                    .min((a, b) -> Boolean.compare(b.equals(EXPIRED), a.equals(EXPIRED)))
                                    .map(code -> new ConnectionIssue(
                                            code,
                                            code.equals(EXPIRED)
                                                    && flow.hasLogin(
                                                            application.cloud().startupProfile())));
                        },
                        seen -> notice.set(seen.map(this::notice)),
                        _ -> {});
    }

    private Notice notice(ConnectionIssue connectionIssue) {
        var words = screenContext.strings();
        var text = words.problem(Problem.of(connectionIssue.code())).summary() + " "
                + words.text("app.connection.waiting");
        var action = connectionIssue.login()
                ? new Command(words.text("app.connection.login"), "mdi2l-login-variant", this::login)
                : new Command(words.text("app.connection.retry"), "mdi2r-refresh", this::retry);
        return new Notice(text, "mdi2c-cloud-off-outline", Optional.of(action));
    }

    private void retry() {
        screenContext.work().runUnlisted(() -> application.enrol().jobs().retryAll(), _ -> {}, onProblem);
    }

    private void login() {
        screenContext
                .work()
                .run(
                        screenContext.strings().text("app.connection.logging-in"),
                        () -> {
                            flow.login(
                                    application.cloud().startupProfile(),
                                    application.cloud().profiles().proxyPassword(),
                                    prompt -> screenContext.work().runOnFxThread(() -> show(prompt)));
                            return true;
                        },
                        _ -> {
                            screenContext.overlay().close();
                            screenContext
                                    .banners()
                                    .show(Banner.done(screenContext.strings().text("app.connection.logged-in")));
                        },
                        problem -> {
                            screenContext.overlay().close();
                            onProblem.accept(problem);
                        });
    }

    private void show(BrowserLogin.Prompt prompt) {
        screenContext
                .overlay()
                .show(
                        screenContext.strings().text("app.connection.login"),
                        LoginPane.of(screenContext.strings(), prompt));
        browser.accept(prompt.page());
    }
}
