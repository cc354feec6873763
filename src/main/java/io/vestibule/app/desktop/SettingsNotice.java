package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.ui.Command;
import io.vestibule.ui.shell.Notice;
import io.vestibule.vms.VmsFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows what is wrong with the settings and the data folder: one problem after another, each until a manager has
/// acknowledged it. A connection that is unknown because of damaged settings stays until one is chosen.
final class SettingsNotice {

    private static final String ICON = "mdi2c-cog-off-outline";

    private final Application application;
    private final ScreenContext screenContext;
    private final Runnable openSettings;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param openSettings opens the screen where a connection is chosen
    SettingsNotice(Application application, ScreenContext screenContext, Runnable openSettings) {
        this.application = application;
        this.screenContext = screenContext;
        this.openSettings = openSettings;
    }

    /// Starts monitoring. FX thread.
    void start() {
        application.storage().settings().onProblems(() -> screenContext.work().runOnFxThread(this::refresh));
        application.storage().settings().onChange(_ -> screenContext.work().runOnFxThread(this::refresh));
        refresh();
    }

    /// Another operator may have other rights. FX thread.
    void refresh() {
        notice.set(undetermined().or(this::found));
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    private Optional<Notice> undetermined() {
        var words = screenContext.strings();
        if (application.cloud().isUndetermined()) {
            boolean chosen = !application.cloud().profiles().isUndetermined();
            return Optional.of(new Notice(
                    chosen ? words.text("app.settings.restart") : told(new CloudFailure.Undetermined().problem()),
                    ICON,
                    chosen ? Optional.empty() : choose()));
        }
        return application.vms().connections().isUndetermined()
                ? Optional.of(new Notice(told(new VmsFailure.Undetermined().problem()), ICON, choose()))
                : Optional.empty();
    }

    private Optional<Command> choose() {
        return mayChange()
                ? Optional.of(new Command(
                        screenContext.strings().text("app.settings.open"), "mdi2c-cog-outline", openSettings))
                : Optional.empty();
    }

    private Optional<Notice> found() {
        List<Problem> problems = Stream.concat(
                        application.storage().settings().problems().stream(),
                        application.storage().folder().problems().stream())
                .toList();
        return problems.stream().findFirst().map(problem -> notice(problem, problems.size() - 1));
    }

    private Notice notice(Problem problem, int more) {
        var words = screenContext.strings();
        var text = told(problem) + (more == 0 ? "" : " " + words.text("app.settings.more", more));
        return new Notice(
                text,
                ICON,
                mayChange()
                        ? Optional.of(new Command(
                                words.text("app.settings.acknowledge"), "mdi2c-check", () -> acknowledge(problem)))
                        : Optional.empty());
    }

    private String told(Problem problem) {
        var text = screenContext.strings().problem(problem);
        return text.summary() + " " + text.explanation() + " " + text.advice();
    }

    private void acknowledge(Problem problem) {
        application.storage().folder().acknowledge(problem);
        application.storage().settings().acknowledge(problem);
    }

    private boolean mayChange() {
        return application.storage().session().may(Permission.MANAGE_SETTINGS);
    }
}
