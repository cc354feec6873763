package io.vestibule.journal.ui;

import atlantafx.base.theme.Styles;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.FaceTile;
import io.vestibule.ui.control.RowLabel;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the list: a section header, a job, or the button that loads more jobs. A job's button is for the mouse;
/// the keyboard has the shortcuts of the list.
final class ActivityLineCell extends ListCell<ActivityLine> {

    private static final double STATE = 108;
    private static final double ACTION = 96;

    private final ActivityModel model;
    private final Strings strings;
    private final JobRowFormatter words;
    private final FaceTile face = new FaceTile(ActivityReader.FACE);
    private final RowLabel name = new RowLabel();
    private final RowLabel what = new RowLabel();
    private final RowLabel about = new RowLabel();
    private final Label time = new Label();
    private final Tooltip exact = new Tooltip();
    private final StateBadge badge;
    private final HBox action = new HBox();
    private final Button retry;
    private final Button undo;
    private final Label head = new Label();
    private final Button more;
    private final HBox row;

    ActivityLineCell(ActivityModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        this.words = new JobRowFormatter(strings);
        badge = new StateBadge(strings);
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        what.getStyleClass().add("hint");
        what.setMinWidth(0);
        about.getStyleClass().add("hint");
        about.setMinWidth(0);
        time.getStyleClass().add("hint");
        time.setPadding(new Insets(0, 0, 0, 22)); // aligned with the text of the state, not with its icon
        time.setTooltip(exact);
        HBox title = new HBox(8, name, what);
        title.setAlignment(Pos.BASELINE_LEFT);
        VBox text = new VBox(2, title, about);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox state = new VBox(2, badge, time);
        state.setAlignment(Pos.CENTER_LEFT);
        state.setMinWidth(STATE);
        state.setPrefWidth(STATE);
        retry = button("journal.try-again", () -> entry(model::retry));
        undo = button("journal.undo", () -> entry(model::undo));
        action.setMinWidth(ACTION);
        action.setPrefWidth(ACTION);
        action.setAlignment(Pos.CENTER_RIGHT);
        row = new HBox(12, face, text, state, action);
        row.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-title");
        head.setMaxHeight(Double.MAX_VALUE);
        head.setAlignment(Pos.BOTTOM_LEFT);
        head.setPadding(new Insets(0, 0, 8, 0));
        more = button("journal.more", () -> {
            if (getItem() instanceof ActivityLine.LoadMoreLine line) {
                model.loadMore(line.section());
            }
        });
        setPadding(new Insets(0, 12, 0, 12));
        setPrefWidth(0);
        model.now.subscribe(this::tick);
    }

    private Button button(String key, Runnable run) {
        Button button = Buttons.of(new Command(strings.text(key), "", run, new SimpleBooleanProperty(true)));
        button.getStyleClass().add(Styles.SMALL);
        button.setFocusTraversable(false);
        return button;
    }

    private void entry(Consumer<JobRow> deed) {
        if (getItem() instanceof ActivityLine.JobLine(JobRow job)) {
            deed.accept(job);
        }
    }

    @Override
    protected void updateItem(@Nullable ActivityLine item, boolean empty) {
        super.updateItem(item, empty);
        Node graphic = null;
        String spoken = null;
        if (!empty && item != null) {
            switch (item) {
                case ActivityLine.SectionHeader(ActivitySection activitySection, long count) -> {
                    String title = strings.constant("journal.section-name", activitySection);
                    head.setText(strings.text("journal.section", title, count));
                    graphic = head;
                    spoken = head.getText();
                }
                case ActivityLine.LoadMoreLine(ActivitySection _, long left) -> {
                    more.setText(strings.text("journal.more", left));
                    graphic = more;
                    spoken = more.getText();
                }
                case ActivityLine.JobLine(JobRow job) -> {
                    show(job);
                    graphic = row;
                    spoken = spoken(job);
                }
            }
        }
        setGraphic(graphic);
        setAccessibleText(spoken);
        pseudoClassStateChanged(ActivityView.PLAIN, !(item instanceof ActivityLine.JobLine));
    }

    private void show(JobRow job) {
        face.name(job.known() ? job.name() : ""); // no initials for a person who is not stored any more
        face.setAccessibleText(job.name());
        face.show(job.face().orElse(null), null);
        name.setText(job.name());
        String line = words.line(job);
        what.setText(job.ended() ? "" : job.what());
        about.setText(line);
        exact.setText(words.exact(job));
        boolean mayUndo = job.canUndo();
        boolean mayRetry = job.canRetry() && model.mayRetry();
        List<Button> offered = mayUndo ? List.of(undo) : mayRetry ? List.of(retry) : List.of();
        action.getChildren().setAll(offered);
        showTime(job, model.now.get());
    }

    private void showTime(JobRow job, Instant now) {
        State state = JobRowFormatter.state(job, now);
        badge.show(state, words.state(job, state));
        time.setText(words.time(job, now));
    }

    /// Only the times of a line change without a reload.
    private void tick(Instant now) {
        if (!isEmpty() && getItem() instanceof ActivityLine.JobLine(JobRow job)) {
            showTime(job, now);
        }
    }

    private String spoken(JobRow job) {
        Instant now = model.now.get();
        return strings.text(
                "journal.spoken",
                job.name(),
                job.what(),
                words.state(job, JobRowFormatter.state(job, now)),
                words.line(job),
                words.time(job, now));
    }
}
