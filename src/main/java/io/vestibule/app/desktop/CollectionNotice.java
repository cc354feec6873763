package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.doctor.CollectionConcern;
import io.vestibule.ui.Command;
import io.vestibule.ui.shell.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows a notice while the collection is gone, differs from the records, or has another face model.
final class CollectionNotice {

    private final Application application;
    private final ScreenContext screenContext;
    private final Consumer<String> open;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param open opens the screen with that id
    CollectionNotice(Application application, ScreenContext screenContext, Consumer<String> open) {
        this.application = application;
        this.screenContext = screenContext;
        this.open = open;
    }

    /// Starts monitoring. FX thread.
    void start() {
        application.doctor().watch().onChange(() -> screenContext.work().runOnFxThread(this::refresh));
        refresh();
    }

    private void refresh() {
        notice.set(application.doctor().watch().concern().map(this::notice));
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    private Notice notice(CollectionConcern concern) {
        var words = screenContext.strings();
        return switch (concern) {
            case CollectionConcern.Lost() ->
                notice(words.text("app.watch.lost"), words.text("app.watch.open-settings"), "settings");
            case CollectionConcern.OtherModel(var before, var now) ->
                notice(
                        words.text("app.watch.other-model", before, now),
                        words.text("app.watch.open-collection"),
                        "collection");
            case CollectionConcern.Changed(var differences) ->
                notice(
                        words.text("app.watch.changed", differences),
                        words.text("app.watch.open-collection"),
                        "collection");
        };
    }

    private Notice notice(String text, String action, String screen) {
        return new Notice(
                text,
                "mdi2d-database-alert-outline",
                Optional.of(new Command(action, "mdi2a-arrow-right", () -> open.accept(screen))));
    }
}
