package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.ui.Command;
import io.vestibule.ui.shell.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows a notice while the last attempt to make a backup failed.
final class BackupNotice {

    private static final String ICON = "mdi2b-backup-restore";

    private final Application application;
    private final ScreenContext screenContext;
    private final Consumer<Problem> onProblem;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    BackupNotice(Application application, ScreenContext screenContext, Consumer<Problem> onProblem) {
        this.application = application;
        this.screenContext = screenContext;
        this.onProblem = onProblem;
    }

    /// Starts monitoring. FX thread.
    void start() {
        application.backups().flow().onChange(() -> screenContext.work().runOnFxThread(this::refresh));
        refresh();
    }

    private void refresh() {
        notice.set(application.backups().flow().failure().map(this::notice));
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    private Notice notice(Problem failure) {
        var words = screenContext.strings();
        var text = words.text("app.backup.failed", words.problem(failure).summary());
        return application.storage().session().may(Permission.MANAGE_SETTINGS)
                ? new Notice(
                        text,
                        ICON,
                        Optional.of(new Command(words.text("app.backup.retry"), "mdi2r-refresh", this::retry)))
                : new Notice(text + " " + words.text("app.backup.ask-administrator"), ICON, Optional.empty());
    }

    private void retry() {
        screenContext
                .work()
                .run(
                        screenContext.strings().text("setup.backup.making"),
                        progress -> application.backups().schedule().makeNow(progress),
                        _ -> {},
                        onProblem);
    }
}
