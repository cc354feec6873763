package io.vestibule.doctor.ui;

import io.vestibule.doctor.SelfTestFlow;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.View;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.Icon;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of the gallery self-test: run, read, saved as a document, switched on for every month.
public final class SelfTestView implements View {

    private static final double GAP = 24;

    private final SelfTestModel model;
    private final Strings strings;
    private final SelfTestText words;
    private final BorderPane root = new BorderPane();
    private final VBox content = new VBox(12);
    private final Label cost = new Label();
    private final Button run;

    /// @param back returns to the page before
    public SelfTestView(SelfTestModel model, Runnable back) {
        this.model = model;
        this.strings = model.strings();
        this.words = new SelfTestText(strings);
        BooleanBinding idle = Bindings.createBooleanBinding(() -> model.task.isIdle(), model.task.running());
        run = Buttons.primary(new Command(strings.text("doctor.self-test.run"), "mdi2p-play", model::run, idle));
        root.setTop(head(back));
        content.setPadding(new Insets(0, 12, 24, 0));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setCenter(scroll);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                model.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
                event.consume();
            }
        });
        model.result.subscribe(this::fill);
        model.plan.subscribe(this::showCost);
    }

    private Node head(Runnable back) {
        BooleanBinding known =
                Bindings.createBooleanBinding(() -> model.result.get().isPresent(), model.result);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var first = new HBox(
                12,
                Buttons.of(new Command(strings.text("doctor.back"), "mdi2a-arrow-left", back)),
                gap,
                Buttons.of(new Command(
                        strings.text("doctor.self-test.save"), "mdi2c-content-save-outline", model::save, known)),
                run);
        first.setAlignment(Pos.CENTER_LEFT);
        wrapped(cost, "hint");
        var monthly = new CheckBox(strings.text("doctor.self-test.monthly"));
        monthly.setSelected(model.monthly.get());
        monthly.selectedProperty().addListener((_, _, on) -> model.setMonthly(on));
        model.monthly.addListener((_, _, on) -> monthly.setSelected(on));
        var head = new VBox(8, first, monthly, cost, new TaskProgress(model.task, strings));
        head.setPadding(new Insets(0, 12, 12, 0));
        return head;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Node initialFocus() {
        return run;
    }

    private void fill(Optional<SelfTestModel.Result> known) {
        content.getChildren().clear();
        if (known.isEmpty()) {
            content.getChildren()
                    .add(new EmptyPane(
                            "mdi2a-account-search-outline",
                            strings.text("doctor.self-test.never"),
                            strings.text("doctor.self-test.about")));
            return;
        }
        var result = known.get();
        var report = result.report();
        var state = SelfTestCard.state(result);
        var verdict = wrapped(new Label(words.mistaken(report)), "strong");
        verdict.setGraphic(Icon.of(state.icon(), state.style()));
        verdict.setGraphicTextGap(8);
        content.getChildren().add(verdict);
        words.lines(report).forEach(line -> content.getChildren().add(wrapped(new Label(line), "quiet")));
        content.getChildren().add(table(words.table(report)));
        content.getChildren().add(closest(result.closest()));
        content.getChildren().add(wrapped(new Label(words.when(report)), "hint"));
        content.getChildren().add(wrapped(new Label(strings.text("doctor.self-test.limits")), "hint"));
    }

    private Node closest(List<NamedPair> pairs) {
        var card = new VBox(6);
        card.getStyleClass().add("card-pane");
        var title = new Label(strings.text("doctor.self-test.closest"));
        title.getStyleClass().add("card-title");
        card.getChildren().add(title);
        if (pairs.isEmpty()) {
            card.getChildren().add(wrapped(new Label(strings.text("doctor.self-test.nobody-alike")), "quiet"));
        } else {
            card.getChildren().add(wrapped(new Label(strings.text("doctor.self-test.closest-about")), "quiet"));
            pairs.forEach(pair -> card.getChildren().add(wrapped(new Label(words.pair(pair)), "self-test-pair")));
        }
        return card;
    }

    private static Node table(List<List<String>> rows) {
        var grid = new GridPane(GAP, 8);
        grid.getStyleClass().add("card-pane");
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                grid.add(wrapped(new Label(rows.get(row).get(column)), row == 0 ? "strong" : "plain"), column, row);
            }
        }
        return grid;
    }

    private static Label wrapped(Label label, String style) {
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void showCost(Optional<SelfTestFlow.Plan> plan) {
        cost.setText(plan.map(known -> model.isCharged()
                        ? strings.text("doctor.self-test.price", known.faces(), known.price())
                        : strings.text("doctor.self-test.free", known.faces()))
                .orElse(""));
    }
}
