package io.vestibule.doctor.ui;

import io.vestibule.doctor.CompareFlow;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.View;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.EmptyPane;
import io.vestibule.ui.control.ProblemPane;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of what the last comparison found: filtered, chosen and fixed here, and compared again.
public final class DoctorView implements View {

    private final DoctorModel model;
    private final Strings strings;
    private final BorderPane root = new BorderPane();
    private final VBox list = new VBox(12);
    private final Label cost = new Label();
    private final Chips<DoctorFilter> filter;
    private final Button fix;
    private final Button compare;

    /// @param back returns to the page before
    public DoctorView(DoctorModel model, Runnable back) {
        this.model = model;
        this.strings = model.strings();
        BooleanBinding idle = Bindings.createBooleanBinding(() -> model.task.isIdle(), model.task.running());
        BooleanBinding any = Bindings.createBooleanBinding(
                () -> model.task.isIdle() && model.chosenNumber() > 0,
                model.task.running(),
                model.chosen,
                model.result);
        compare = Buttons.of(new Command(strings.text("doctor.compare"), "mdi2r-refresh", model::compare, idle));
        fix = Buttons.primary(new Command(strings.text("doctor.fix-chosen"), "mdi2w-wrench-outline", model::fix, any));
        filter = Chips.single(List.of(DoctorFilter.values()), value -> strings.constant("doctor.filter", value));
        filter.selected().setAll(model.filter.get());
        filter.selected().addListener((ListChangeListener<DoctorFilter>)
                _ -> filter.selected().stream().findFirst().ifPresent(model.filter::set));
        root.setTop(head(back));
        root.setCenter(scroll());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                model.compare();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
                event.consume();
            }
        });
        model.result.subscribe(_ -> fill());
        model.filter.subscribe(_ -> fill());
        model.plan.subscribe(_ -> showCost());
        model.chosen.addListener((SetChangeListener<Object>) _ -> showCost());
    }

    private Node head(Runnable back) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var first = new HBox(
                12, Buttons.of(new Command(strings.text("doctor.back"), "mdi2a-arrow-left", back)), gap, compare, fix);
        first.setAlignment(Pos.CENTER_LEFT);
        cost.getStyleClass().add("hint");
        cost.setWrapText(true);
        cost.setMinHeight(Region.USE_PREF_SIZE);
        var head = new VBox(8, first, filter, cost, new TaskProgress(model.task, strings));
        head.setPadding(new Insets(0, 12, 12, 0));
        return head;
    }

    private Node scroll() {
        list.setPadding(new Insets(0, 12, 24, 0));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Node initialFocus() {
        return model.result.get().isPresent() && !fix.isDisabled() ? fix : compare;
    }

    private void fill() {
        list.getChildren().clear();
        var result = model.result.get();
        boolean nothing = result.map(DoctorResult::agrees).orElse(true);
        filter.setVisible(!nothing);
        filter.setManaged(!nothing);
        if (nothing) {
            list.getChildren().add(nothing(result));
        } else {
            result.ifPresent(this::fill);
        }
        showCost();
    }

    private Node nothing(Optional<DoctorResult> result) {
        return result.isPresent()
                ? new EmptyPane("mdi2c-check-circle-outline", strings.text("doctor.agree"), read(result.get()))
                : new EmptyPane("mdi2s-stethoscope", strings.text("doctor.never"), strings.text("doctor.card-about"));
    }

    private String read(DoctorResult result) {
        var run = result.run();
        return strings.text("doctor.read", run.faces(), run.users(), run.files(), run.photos());
    }

    private void fill(DoctorResult result) {
        result.run()
                .unread()
                .forEach((side, problem) -> list.getChildren()
                        .addAll(
                                new Label(strings.constant("doctor.unread", side)),
                                new ProblemPane(strings, strings.problem(problem), "")));
        result.rows().stream()
                .filter(model.filter.get()::shows)
                .map(row -> new DiscrepancyPane(model, row))
                .forEach(list.getChildren()::add);
        var read = new Label(read(result));
        read.getStyleClass().add("hint");
        read.setWrapText(true);
        list.getChildren().add(read);
    }

    private void showCost() {
        long chosen = model.chosenNumber();
        if (chosen > 0) {
            cost.setText(
                    model.isCharged()
                            ? strings.text("doctor.chosen-price", chosen, model.chosenPrice())
                            : strings.text("doctor.chosen", chosen));
        } else {
            cost.setText(model.plan.get().map(this::cost).orElse(""));
        }
    }

    private String cost(CompareFlow.Plan plan) {
        return model.isCharged()
                ? strings.text("doctor.plan-price", plan.faces(), plan.photos(), plan.price())
                : strings.text("doctor.plan", plan.faces(), plan.photos());
    }
}
