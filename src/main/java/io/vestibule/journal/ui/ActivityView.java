package io.vestibule.journal.ui;

import io.vestibule.ui.Command;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.SkeletonRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All jobs in one list, and beside it the selected job and the cost of the calls.
public final class ActivityView implements ScreenView {

    /// Lines that are not jobs have the background of the page.
    static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");

    private static final double ROW = 56;
    private static final double SIDE = 328;

    private final ActivityModel model;
    private final Strings strings;
    private final ObservableList<ActivityLine> lines = FXCollections.observableArrayList();
    private final ListView<ActivityLine> list = new ListView<>(lines);
    private final JobPane job;
    private final Label none = JobPane.wrapped("quiet");
    private final VBox left;
    private final HBox split;
    private final StackPane root = new StackPane();
    private final EmptyPane empty;
    private final StackPane middle = new StackPane();
    private boolean following;

    public ActivityView(ActivityModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        job = new JobPane(model, strings);
        empty = new EmptyPane(
                "mdi2c-check-circle-outline", strings.text("journal.empty-title"), strings.text("journal.empty-text"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new ActivityLineCell(model, strings));
        list.setAccessibleText(strings.text("journal.list"));
        list.getStyleClass().add("activity-list");
        list.setPlaceholder(none);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, activityLine) -> {
            if (!following) {
                model.selected.set(
                        activityLine instanceof ActivityLine.JobLine jobLine
                                ? Optional.of(jobLine.key())
                                : Optional.empty());
            }
        });
        VBox.setVgrow(middle, Priority.ALWAYS);
        left = new VBox(12, tools(), middle);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        split = new HBox(16, left, side());
        root.getChildren().setAll(split);
        bindModel();
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
    public void hidden() {
        model.stop();
    }

    @Override
    public Node initialFocus() {
        return lines.isEmpty() ? left : list;
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>();
        keys.add(new KeyHint("Up / Down", strings.text("journal.key-move")));
        keys.add(new KeyHint("Enter", strings.text("journal.key-detail")));
        if (model.mayRetry()) {
            keys.add(new KeyHint("R", strings.text("journal.try-again")));
        }
        keys.add(new KeyHint("Ctrl+Z", strings.text("journal.key-undo")));
        if (model.mayGiveUp()) {
            keys.add(new KeyHint("Delete", strings.text("journal.give-up")));
        }
        return keys;
    }

    private HBox tools() {
        Chips<ActivityFilter> filter =
                Chips.single(List.of(ActivityFilter.values()), each -> strings.constant("journal.filter", each));
        filter.setAccessibleText(strings.text("journal.filter-help"));
        filter.selected().setAll(List.of(model.filter.get()));
        filter.selected().addListener((ListChangeListener<ActivityFilter>)
                _ -> filter.selected().stream().findFirst().ifPresent(model.filter::set));
        HBox.setHgrow(filter, Priority.ALWAYS);
        Button all = Buttons.of(
                new Command(strings.text("journal.try-all"), "mdi2r-refresh", model::retryAll, model.hasRetryable));
        HBox tools = new HBox(12, filter, all);
        tools.setAlignment(Pos.TOP_LEFT);
        return tools;
    }

    private ScrollPane side() {
        VBox cards = new VBox(16, job, new CostPane(model, strings));
        cards.setMaxWidth(SIDE);
        ScrollPane side = new ScrollPane(cards);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        side.setAccessibleText(strings.text("journal.side"));
        return side;
    }

    private void key(KeyEvent event) {
        ActivityLine activityLine = list.getSelectionModel().getSelectedItem();
        if (activityLine instanceof ActivityLine.LoadMoreLine(ActivitySection activitySection, long _)
                && event.getCode() == KeyCode.ENTER) {
            model.loadMore(activitySection);
            event.consume();
        }
        if (!(activityLine instanceof ActivityLine.JobLine(JobRow row))) {
            return;
        }
        boolean control = event.isShortcutDown();
        if (event.getCode() == KeyCode.ENTER) {
            job.first().requestFocus();
        } else if (event.getCode() == KeyCode.R && !control) {
            model.retry(row);
        } else if (event.getCode() == KeyCode.DELETE) {
            model.giveUp(row);
        } else if (event.getCode() == KeyCode.Z && control) {
            model.undo(row);
        } else {
            return;
        }
        event.consume();
    }

    private void bindModel() {
        model.loaded.subscribe(_ -> layOut());
        model.lines.subscribe(now -> {
            following = true;
            ListUpdater.keepScrollPosition(
                    list, ActivityLine::key, () -> ListUpdater.applyChanges(lines, now, ActivityLine::key));
            reselect();
            following = false;
            layOut();
        });
        model.selected.addListener((_, _, _) -> {
            if (!following) {
                following = true;
                reselect();
                following = false;
            }
        });
        model.filter.subscribe(activityFilter -> none.setText(strings.constant("journal.none", activityFilter)));
    }

    private void layOut() {
        boolean nothing = lines.isEmpty() && model.filter.get() == ActivityFilter.ALL;
        Node now = !model.loaded.get() ? new SkeletonRows(6) : nothing ? empty : list;
        if (middle.getChildren().isEmpty() || !middle.getChildren().getFirst().equals(now)) {
            middle.getChildren().setAll(now);
        }
    }

    /// Restores the selection by id: a reload replaces the line objects.
    private void reselect() {
        Optional<UUID> wanted = model.selected.get();
        int index = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.isPresent() && lines.get(i).key().equals(wanted.get())) {
                index = i;
            }
        }
        ActivityLine now = list.getSelectionModel().getSelectedItem();
        boolean other = now instanceof ActivityLine.SectionHeader || now instanceof ActivityLine.LoadMoreLine;
        if (index >= 0 && list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
        } else if (index < 0 && !other) {
            list.getSelectionModel().clearSelection();
        }
    }
}
