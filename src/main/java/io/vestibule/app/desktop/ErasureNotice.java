package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.ui.Command;
import io.vestibule.ui.Debouncer;
import io.vestibule.ui.shell.Notice;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// Shows a notice while an erasure is not proven a day after it was done, every day until it is.
final class ErasureNotice {

    private final Application application;
    private final ScreenContext screenContext;
    private final Runnable open;
    private final Debouncer debouncer;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param open opens the Privacy screen
    ErasureNotice(Application application, ScreenContext screenContext, Runnable open) {
        this.application = application;
        this.screenContext = screenContext;
        this.open = open;
        this.debouncer = new Debouncer(screenContext.work(), Duration.seconds(2), this::refresh);
    }

    /// Starts monitoring. FX thread.
    void start() {
        application.enrol().housekeeping().onChange(() -> screenContext.work().runOnFxThread(this::refresh));
        var _ = application.storage().journal().onChange(_ -> debouncer.trigger());
        debouncer.start();
    }

    /// Another company has other erasures. FX thread.
    void refresh() {
        screenContext
                .work()
                .runUnlisted(
                        () -> application.privacy().erasures().late(),
                        late -> notice.set(late == 0 ? Optional.empty() : Optional.of(notice(late))),
                        _ -> {});
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    private Notice notice(long late) {
        var words = screenContext.strings();
        return new Notice(
                words.text("app.erasure.late", late),
                "mdi2a-account-alert-outline",
                application.storage().session().may(Permission.READ_AUDIT)
                        ? Optional.of(new Command(words.text("app.erasure.show"), "mdi2a-arrow-right", open))
                        : Optional.empty());
    }
}
