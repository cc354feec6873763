package io.vestibule.ui.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.Strings;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Number and progress of the running tasks; a click lists them, each with a Cancel button. Hidden while nothing
/// runs.
final class BackgroundTaskMeter extends Button {

    private static final double LABEL_WIDTH = 220;

    private final Strings strings;
    private final ObservableList<BackgroundTask> jobs;
    private final Label words = new Label();
    private final Label count = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final InvalidationListener progressed = _ -> refresh();

    BackgroundTaskMeter(Strings strings, ObservableList<BackgroundTask> jobs) {
        this.strings = strings;
        this.jobs = jobs;
        getStyleClass().addAll(Styles.FLAT, "status-item");
        bar.setPrefWidth(96);
        bar.getStyleClass().add(Styles.SMALL);
        words.setMinWidth(USE_PREF_SIZE);
        count.setMinWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleHelp(strings.text("ui.shell.jobs.help"));
        managedProperty().bind(visibleProperty());
        jobs.addListener((ListChangeListener<BackgroundTask>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
            refresh();
        });
        jobs.forEach(this::follow);
        setOnAction(_ -> Popovers.above(this, Popover.ArrowLocation.BOTTOM_RIGHT, list()));
        refresh();
    }

    private void follow(BackgroundTask backgroundTask) {
        backgroundTask.done().addListener(progressed);
        backgroundTask.total().addListener(progressed);
    }

    private void refresh() {
        setVisible(!jobs.isEmpty());
        if (jobs.isEmpty()) {
            return;
        }
        if (getGraphic() == null) {
            HBox row = new HBox(words, bar, count);
            row.getStyleClass().add("buttons");
            row.setMouseTransparent(true); // a progress bar would consume the click
            setGraphic(row);
        }
        int done = jobs.stream()
                .mapToInt(backgroundTask -> backgroundTask.done().get())
                .sum();
        int total = jobs.stream().mapToInt(job -> job.total().get()).sum();
        String number = strings.text("ui.shell.jobs", jobs.size());
        words.setText(number);
        count.setText(total == 0 ? "" : strings.text("ui.shell.jobs.count", done, total));
        bar.setVisible(total > 0);
        bar.setManaged(total > 0);
        bar.setProgress(total == 0 ? 0 : (double) done / total);
        setAccessibleText(total == 0 ? number : strings.text("ui.shell.jobs.spoken", number, done, total));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private VBox list() {
        Label title = new Label(strings.text("ui.shell.jobs.title"));
        title.getStyleClass().add("strong");
        VBox list = new VBox(title);
        list.getStyleClass().add("popover-pane");
        jobs.forEach(backgroundTask -> list.getChildren().add(row(backgroundTask)));
        return list;
    }

    private HBox row(BackgroundTask backgroundTask) {
        Label label = new Label(backgroundTask.label());
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button cancel = new Button(strings.text("ui.shell.job.cancel"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setAccessibleHelp(strings.text("ui.shell.job.cancel.help", backgroundTask.label()));
        cancel.setOnAction(_ -> {
            cancel.setDisable(true);
            backgroundTask.cancel();
        });
        HBox row = new HBox(label, cancel);
        row.getStyleClass().add("jobs-row");
        return row;
    }
}
