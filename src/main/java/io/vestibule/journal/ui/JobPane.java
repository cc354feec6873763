package io.vestibule.journal.ui;

import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepState;
import io.vestibule.ui.Command;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.State;
import io.vestibule.ui.control.StateBadge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Details of the selected job: the reason of its state, its steps, and the actions on it. The nodes are created
/// once, so that an update does not take the focus from a button.
final class JobPane extends VBox {

    private final ActivityModel model;
    private final Strings strings;
    private final JobRowFormatter words;
    private final Label name = wrapped("card-title");
    private final Label what = wrapped("quiet");
    private final StateBadge badge;
    private final Label time = new Label();
    private final Tooltip exact = new Tooltip();
    private final Label reason = wrapped("strong");
    private final Label means = wrapped("quiet");
    private final Label advice = wrapped("quiet");
    private final Label code = wrapped("hint");
    private final VBox why = new VBox(4, reason, means, advice, code);
    private final HBox buttons = new HBox(8);
    private final Button decide;
    private final Button retry;
    private final Button undo;
    private final Button giveUp;
    private final GridPane steps = new GridPane(8, 6);

    JobPane(ActivityModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
        this.words = new JobRowFormatter(strings);
        getStyleClass().add("card-pane");
        badge = new StateBadge(strings);
        time.getStyleClass().add("hint");
        time.setTooltip(exact);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        decide = button("journal.decide", "mdi2a-account-question-outline", model::decide);
        retry = button("journal.try-again", "mdi2r-refresh", model::retry);
        undo = button("journal.undo", "mdi2u-undo", model::undo);
        giveUp = button("journal.give-up", "mdi2c-close", model::giveUp);
        buttons.getChildren().addAll(decide, retry, undo, giveUp);
        getChildren().addAll(name, what, new HBox(8, badge, gap, time), why, buttons, steps);
        model.detail.subscribe(this::show);
        model.now.subscribe(now -> model.detail.get().ifPresent(row -> showTime(row, now)));
    }

    /// Receives the focus when Enter is pressed in the list.
    Node first() {
        return List.of(undo, decide, retry, giveUp).stream()
                .filter(Node::isVisible)
                .findFirst()
                .map(Node.class::cast)
                .orElse(this);
    }

    private Button button(String key, String icon, Consumer<JobRow> action) {
        return Buttons.of(
                new Command(strings.text(key), icon, () -> model.detail.get().ifPresent(action)));
    }

    private void show(Optional<JobRow> selected) {
        setVisible(selected.isPresent());
        setManaged(selected.isPresent());
        selected.ifPresent(row -> {
            name.setText(row.name());
            what.setText(row.what());
            exact.setText(words.exact(row));
            show(retry, row.canRetry() && model.mayRetry());
            show(decide, row.canDecide() && model.mayRetry());
            show(undo, row.canUndo());
            show(giveUp, row.canGiveUp() && !row.ended() && !row.canUndo() && model.mayGiveUp());
            show(buttons, List.of(decide, retry, undo, giveUp).stream().anyMatch(Node::isVisible));
            text(reason, row.reason().map(ProblemText::summary).orElse(""));
            text(means, row.reason().map(ProblemText::explanation).orElse(""));
            text(advice, row.reason().map(ProblemText::advice).orElse(""));
            text(
                    code,
                    row.reason()
                            .filter(_ -> !row.expectedWait())
                            .map(problem -> strings.text("journal.code", problem.code(), row.attempts()))
                            .orElse(""));
            show(why, row.reason().isPresent());
            steps(row.job().steps());
            showTime(row, model.now.get());
        });
    }

    private void showTime(JobRow row, Instant now) {
        State state = JobRowFormatter.state(row, now);
        badge.show(state, words.state(row, state));
        time.setText(words.time(row, now));
    }

    /// Consecutive steps of one kind are shown as one line: "Photo into the collection · 2 of 3".
    private void steps(List<Step> all) {
        steps.getChildren().clear();
        int current = (int)
                all.stream().takeWhile(step -> step.state() == StepState.DONE).count();
        int line = 0;
        for (int from = 0; from < all.size(); ) {
            String kind = all.get(from).kind();
            int to = from;
            while (to < all.size() && all.get(to).kind().equals(kind)) {
                to++;
            }
            List<Step> same = all.subList(from, to);
            long done =
                    same.stream().filter(step -> step.state() == StepState.DONE).count();
            String text = model.stepText(kind);
            Label label = wrapped("hint");
            label.setText(same.size() == 1 ? text : strings.text("journal.steps", text, done, same.size()));
            steps.addRow(line++, icon(same, from <= current && current < to), label);
            from = to;
        }
    }

    private Node icon(List<Step> same, boolean current) {
        Step first = same.stream()
                .filter(step -> step.state() != StepState.DONE)
                .findFirst()
                .orElse(same.getLast());
        Node icon = switch (first.state()) {
            case DONE -> Icon.of(State.DONE.icon(), State.DONE.style());
            case RUNNING -> Icon.of(State.RUNNING.icon(), State.RUNNING.style());
            case PARKED -> Icon.of(State.LOOK.icon(), State.LOOK.style());
            case WAITING -> Icon.of(current ? State.WAITING.icon() : "mdi2c-circle-outline", State.WAITING.style());
            case DROPPED -> Icon.of("mdi2m-minus-circle-outline", State.WAITING.style());
        };
        icon.setAccessibleText(strings.constant("journal.step-state", first.state()));
        return icon;
    }

    private static void text(Label label, String text) {
        label.setText(text);
        show(label, !text.isEmpty());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
