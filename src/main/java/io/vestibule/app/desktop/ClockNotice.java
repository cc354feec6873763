package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.clock.ClockFlow;
import io.vestibule.clock.ClockState;
import io.vestibule.ui.Command;
import io.vestibule.ui.control.Banner;
import io.vestibule.ui.shell.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows a notice while the date of the computer is not trusted, with the command that confirms it.
final class ClockNotice {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Application application;
    private final ScreenContext screenContext;
    private final Consumer<Problem> onProblem;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    ClockNotice(Application application, ScreenContext screenContext, Consumer<Problem> onProblem) {
        this.application = application;
        this.screenContext = screenContext;
        this.onProblem = onProblem;
    }

    /// Starts monitoring; the database must be open. FX thread.
    void start() {
        application.storage().clockGuard().onChange(() -> screenContext.work().runOnFxThread(this::refresh));
        refresh();
    }

    /// Another operator may have other rights. FX thread.
    void refresh() {
        screenContext
                .work()
                .runUnlisted(
                        () -> application.storage().clockGuard().state(),
                        state -> notice.set(state.trusted() ? Optional.empty() : Optional.of(notice(state))),
                        onProblem);
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    private ClockFlow flow() {
        return new ClockFlow(
                application.storage().clockGuard(), application.storage().session());
    }

    private Notice notice(ClockState state) {
        var words = screenContext.strings();
        boolean exact = state.ahead().abs().compareTo(A_DAY) < 0;
        var ours = format(state.system(), exact);
        var text = state.contradiction()
                .map(server -> words.text(
                        "app.clock.contradicted", ours, serverName(server.server()), format(server.time(), exact)))
                .orElseGet(() -> words.text("app.clock.jumped", ours, format(state.expected(), exact)));
        return flow().mayConfirm()
                ? new Notice(
                        text + " " + words.text("app.clock.until"),
                        "mdi2c-clock-alert-outline",
                        Optional.of(new Command(words.text("app.clock.confirm"), "mdi2c-check", () -> confirm(state))))
                : new Notice(
                        text + " " + words.text("app.clock.ask-manager"),
                        "mdi2c-clock-alert-outline",
                        Optional.empty());
    }

    private String serverName(String server) {
        var words = screenContext.strings();
        return switch (server) {
            case "vms" -> words.text("app.clock.server.vms");
            case "aws" -> words.text("app.clock.server.aws");
            default -> words.text("app.clock.server.ntp");
        };
    }

    private String format(Instant time, boolean exact) {
        var format = exact
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        return format.withLocale(screenContext.strings().locale()).format(time.atZone(ZoneId.systemDefault()));
    }

    private void confirm(ClockState state) {
        screenContext
                .work()
                .run(
                        screenContext.strings().text("app.clock.confirming"),
                        () -> flow().confirm(state),
                        confirmed -> {
                            refresh();
                            if (confirmed) {
                                screenContext
                                        .banners()
                                        .show(Banner.done(
                                                screenContext.strings().text("app.clock.confirmed")));
                            }
                        },
                        onProblem);
    }
}
