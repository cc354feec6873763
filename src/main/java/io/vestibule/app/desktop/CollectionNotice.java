package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.audit.Permission;
import io.vestibule.doctor.CollectionConcern;
import io.vestibule.ui.Command;
import io.vestibule.ui.shell.Notice;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows a notice while the collection is gone, differs from the records, or has another face model.
final class CollectionNotice {

    private static final String ICON = "mdi2d-database-alert-outline";

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

    /// Another company has another collection, another operator other rights. FX thread.
    void refresh() {
        screenContext
                .work()
                .runUnlisted(
                        () -> application.doctor().watch().concern(),
                        concern -> notice.set(concern.map(this::notice)),
                        _ -> {});
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
        return application.storage().session().may(Permission.MANAGE_SETTINGS)
                ? new Notice(
                        text, ICON, Optional.of(new Command(action, "mdi2a-arrow-right", () -> open.accept(screen))))
                : new Notice(
                        text + " " + screenContext.strings().text("app.watch.ask-administrator"),
                        ICON,
                        Optional.empty());
    }
}
