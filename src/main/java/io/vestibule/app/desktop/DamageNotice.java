package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.ui.Command;
import io.vestibule.ui.shell.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows a notice while something in the data folder is damaged.
final class DamageNotice {

    private final Application application;
    private final ScreenContext screenContext;
    private final Consumer<Problem> onProblem;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    DamageNotice(Application application, ScreenContext screenContext, Consumer<Problem> onProblem) {
        this.application = application;
        this.screenContext = screenContext;
        this.onProblem = onProblem;
    }

    /// Starts monitoring. FX thread.
    void start() {
        application.dataCheck().onChange(() -> screenContext.work().runOnFxThread(this::refresh));
        refresh();
    }

    /// In the background: the databases of the embedded services may have to be opened.
    private void refresh() {
        screenContext.work().runUnlisted(() -> application.dataCheck().problem(), this::show, _ -> {});
    }

    private void show(Optional<Problem> problem) {
        boolean first = notice.get().isEmpty();
        notice.set(problem.map(this::notice));
        problem.filter(found -> first && found.code().equals("store.damaged-part"))
                .ifPresent(onProblem);
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    private Notice notice(Problem problem) {
        var words = screenContext.strings();
        return new Notice(
                words.problem(problem).summary(),
                "mdi2d-database-alert-outline",
                Optional.of(new Command(
                        words.text("app.damage.show"), "mdi2h-help-circle-outline", () -> onProblem.accept(problem))));
    }
}
