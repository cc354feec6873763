package io.vestibule.app.desktop;

import io.vestibule.app.wiring.House;
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

/// Tells whether saved work waits for the connection, and offers what can be done about it: to log in again
/// where the login ran out, else to try again at once. Looks when the journal changes.
final class ConnectionWatch {

    private static final String EXPIRED = new CloudFailure.Expired().problem().code();

    /// @param login whether a login in the browser mends it
    private record Seen(String code, boolean login) {}

    private final House house;
    private final Furniture furniture;
    private final CloudFlow flow;
    private final Consumer<URI> browser;
    private final Consumer<Problem> tell;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param browser opens a page outside of this program
    ConnectionWatch(House house, Furniture furniture, CloudFlow flow, Consumer<URI> browser, Consumer<Problem> tell) {
        this.house = house;
        this.furniture = furniture;
        this.flow = flow;
        this.browser = browser;
        this.tell = tell;
    }

    /// Looks from now on; the journal is open.
    void start() {
        house.cellar().journal().onChange(_ -> changed());
        changed();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Called on any thread; at most one look is under way.
    private void changed() {
        if (stale.compareAndSet(false, true)) {
            furniture.work().onScreen(this::look);
        }
    }

    private void look() {
        furniture
                .work()
                .quietly(
                        () -> {
                            stale.set(false);
                            return house.cellar().journal().problems().stream()
                                    .filter(CloudFailure::ofConnection)
                                    .min((a, b) -> Boolean.compare(b.equals(EXPIRED), a.equals(EXPIRED)))
                                    .map(code -> new Seen(
                                            code,
                                            code.equals(EXPIRED)
                                                    && flow.hasLogin(
                                                            house.cloud().started())));
                        },
                        seen -> notice.set(seen.map(this::notice)),
                        _ -> {});
    }

    private Notice notice(Seen seen) {
        var words = furniture.strings();
        var text = words.problem(Problem.of(seen.code())).what() + " " + words.text("app.connection.waiting");
        var action = seen.login()
                ? new Command(words.text("app.connection.login"), "mdi2l-login-variant", this::login)
                : new Command(words.text("app.connection.retry"), "mdi2r-refresh", this::retry);
        return new Notice(text, Optional.of(action));
    }

    private void retry() {
        furniture.work().quietly(() -> house.enrol().jobs().retryAll(), _ -> {}, tell);
    }

    private void login() {
        furniture
                .work()
                .run(
                        furniture.strings().text("app.connection.logging-in"),
                        () -> {
                            flow.login(
                                    house.cloud().started(),
                                    house.cloud().profiles().password(),
                                    prompt -> furniture.work().onScreen(() -> show(prompt)));
                            return true;
                        },
                        _ -> {
                            furniture.overlay().close();
                            furniture
                                    .banners()
                                    .show(Banner.done(furniture.strings().text("app.connection.logged-in")));
                        },
                        problem -> {
                            furniture.overlay().close();
                            tell.accept(problem);
                        });
    }

    private void show(BrowserLogin.Prompt prompt) {
        furniture
                .overlay()
                .show(furniture.strings().text("app.connection.login"), LoginPane.of(furniture.strings(), prompt));
        browser.accept(prompt.page());
    }
}
