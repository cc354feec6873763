package io.vestibule.bulk.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One pane at a time: the choice of a list, its columns, or its rows; below them the task that runs.
public final class ImportView implements ScreenView {

    private final ImportModel model;
    private final Strings strings;
    private final ChoosePane choose;
    private final MappingPane mapping;
    private final RowsPane rows;
    private final BorderPane root = new BorderPane();
    private final Label problem = new Label();
    private final Label progressText = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final HBox running;

    public ImportView(ImportModel model, Strings strings, FilePicker files) {
        this.model = model;
        this.strings = strings;
        choose = new ChoosePane(model, strings, files);
        mapping = new MappingPane(model, strings);
        rows = new RowsPane(model, strings, files);
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        progress.setPrefWidth(240);
        progress.setAccessibleText(strings.text("bulk.progress"));
        Button pause = Buttons.of(new Command(
                strings.text("bulk.pause"),
                "mdi2p-pause",
                () -> model.task.get().ifPresent(task -> task.cancel())));
        HBox.setHgrow(progressText, Priority.ALWAYS);
        progressText.setMaxWidth(Double.MAX_VALUE);
        running = new HBox(12, progress, progressText, pause);
        running.setAlignment(Pos.CENTER_LEFT);
        var foot = new VBox(8, problem, running);
        root.setBottom(foot);
        arrange();
        model.proposal.subscribe(this::arrange);
        model.run.subscribe(this::arrange);
        model.problem.subscribe(text -> {
            problem.setText(text.map(words -> words.summary() + " " + words.explanation() + " " + words.advice())
                    .orElse(""));
            show(problem, text.isPresent());
        });
        model.task.subscribe(this::follow);
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List.copyOf(event.getDragboard().getFiles()).stream()
                    .findFirst()
                    .ifPresent(file -> model.choose(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private void follow(Optional<io.vestibule.ui.BackgroundTask> task) {
        progress.progressProperty().unbind();
        progressText.textProperty().unbind();
        show(running, task.isPresent());
        root.getCenter().setDisable(task.isPresent());
        task.ifPresent(begun -> {
            long start = System.nanoTime();
            progress.progressProperty()
                    .bind(begun.done()
                            .map(done -> begun.total().get() == 0
                                    ? ProgressBar.INDETERMINATE_PROGRESS
                                    : done.doubleValue() / begun.total().get()));
            progressText.textProperty().bind(begun.done().map(done -> progressText(begun, done.intValue(), start)));
        });
    }

    /// With the rate and the time left, as soon as there is a rate.
    private String progressText(io.vestibule.ui.BackgroundTask task, int done, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        int total = task.total().get();
        if (done == 0 || total == 0 || seconds < 1) {
            return task.label();
        }
        double rate = done / seconds;
        return strings.text(
                "bulk.progress-text", task.label(), done, total, rate, Math.ceil((total - done) / rate / 60));
    }

    private void arrange() {
        if (model.run.get().isPresent()) {
            root.setCenter(rows.node());
        } else if (model.proposal.get().isPresent()) {
            mapping.show(model.proposal.get().get());
            root.setCenter(mapping.node());
        } else {
            root.setCenter(choose.node());
        }
        root.getCenter().setDisable(model.task.get().isPresent());
        if (root.getScene() != null) {
            initialFocus().requestFocus();
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.start();
    }

    @Override
    public Node initialFocus() {
        return model.run.get().isPresent()
                ? rows.first()
                : model.proposal.get().isPresent() ? mapping.first() : choose.first();
    }
}
