package io.vestibule.doctor.ui;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far a task is, and its cancellation. Takes no room while nothing runs.
final class TaskProgress extends HBox {

    TaskProgress(SingleTask task, Strings strings) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        task.running().subscribe(running -> show(running, task, strings));
    }

    private void show(Optional<BackgroundTask> running, SingleTask single, Strings strings) {
        getChildren().clear();
        setVisible(running.isPresent());
        setManaged(running.isPresent());
        running.ifPresent(task -> {
            var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
            bar.setAccessibleText(task.label());
            bar.progressProperty().bind(Bindings.createDoubleBinding(() -> share(task), task.done(), task.total()));
            var cancel = Buttons.of(new Command(strings.text("doctor.cancel"), "", single::cancel));
            cancel.getStyleClass().add(Styles.FLAT);
            getChildren().addAll(bar, new Label(task.label()), cancel);
        });
    }

    private static double share(BackgroundTask task) {
        int total = task.total().get();
        return total == 0
                ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) task.done().get() / total;
    }
}
