package io.vestibule.rules.ui.holiday;

import io.vestibule.rules.RuleId;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.DateField;
import io.vestibule.ui.control.Icon;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The form of one calendar entry, new or existing.
final class HolidayForm extends VBox {

    private static final double RULES_TALL = 96;

    private final HolidaysModel model;
    private final Strings strings;
    private final TextField name = new TextField();
    private final DateField first = new DateField();
    private final DateField last = new DateField();
    private final Chips<DayEffect> effect;
    private final CheckBox every;
    private final Map<RuleId, CheckBox> chosen = new LinkedHashMap<>();
    private final Label does = HolidaysPane.wrapped("");
    private final Label wrong = HolidaysPane.wrapped("", "danger");
    private final Button save;
    private UUID open = UUID.randomUUID();

    HolidayForm(HolidaysModel model) {
        super(8);
        this.model = model;
        this.strings = model.strings();
        effect = Chips.single(List.of(DayEffect.values()), value -> strings.constant("rules.day-effect-long", value));
        effect.setAccessibleText(strings.text("rules.holiday-effect"));
        every = new CheckBox(strings.text("rules.holiday-every"));
        first.valueProperty().addListener((_, _, day) -> {
            if (day != null && (last.getValue() == null || last.getValue().isBefore(day))) {
                last.setValue(day);
            }
        });
        does.setGraphic(Icon.of("mdi2i-information-outline"));
        List.of(first.valueProperty(), last.valueProperty(), every.selectedProperty())
                .forEach(input -> input.addListener(_ -> showEffect()));
        effect.selected().addListener((ListChangeListener<DayEffect>) _ -> showEffect());
        name.textProperty().addListener(_ -> wrong.setText(""));
        FlowPane rules = new FlowPane(16, 8);
        model.choices().forEach(choice -> {
            CheckBox box = new CheckBox(choice.name());
            box.selectedProperty().addListener(_ -> showEffect());
            chosen.put(choice.rule(), box);
            rules.getChildren().add(box);
        });
        ScrollPane scroll = new ScrollPane(rules);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(RULES_TALL);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.visibleProperty().bind(every.selectedProperty().not());
        scroll.managedProperty().bind(scroll.visibleProperty());
        save = Buttons.primary(new Command(strings.text("rules.holiday-save"), "mdi2c-check", this::save));
        name.setOnAction(_ -> save());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
                save();
                event.consume();
            }
        });
        HBox line = new HBox(
                12,
                labelled("rules.holiday-name", name),
                labelled("rules.holiday-first", first),
                labelled("rules.holiday-last", last));
        getStyleClass().add("card-pane");
        HBox foot = new HBox(12, save, wrong);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, effect, every, scroll, does, foot);
        clear();
    }

    /// Clears the form for the next entry.
    void begin() {
        clear();
        name.requestFocus();
    }

    /// Nothing is chosen at first: a holiday can disarm every rule of the VMS, so that each part is a decision.
    @SuppressWarnings("NullAway") // a picker without a date has the value null
    private void clear() {
        open = UUID.randomUUID();
        name.clear();
        first.setValue(null);
        last.setValue(null);
        effect.selected().clear();
        every.setSelected(false);
        chosen.values().forEach(box -> box.setSelected(false));
        wrong.setText("");
        showEffect();
    }

    /// Says what saving will do as soon as it is known; what was refused before is not said of the changed entry.
    private void showEffect() {
        wrong.setText("");
        Optional<Set<RuleId>> rules = rules();
        LocalDate from = first.getValue();
        LocalDate to = last.getValue();
        boolean complete = from != null
                && to != null
                && !to.isBefore(from)
                && !effect.selected().isEmpty()
                && rules.filter(Set::isEmpty).isEmpty();
        does.setText(
                complete
                        ? model.effect(from, to, effect.selected().getFirst(), rules)
                        : strings.text("rules.holiday-does-nothing"));
    }

    private Optional<Set<RuleId>> rules() {
        return every.isSelected()
                ? Optional.empty()
                : Optional.of(chosen.entrySet().stream()
                        .filter(entry -> entry.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    void edit(Holiday holiday) {
        open = holiday.id();
        name.setText(holiday.name());
        last.setValue(holiday.last());
        first.setValue(holiday.first());
        effect.selected().setAll(holiday.effect());
        every.setSelected(holiday.rules().isEmpty());
        chosen.forEach((rule, box) -> box.setSelected(
                holiday.rules().filter(set -> set.contains(rule)).isPresent()));
        wrong.setText("");
        name.requestFocus();
    }

    private void save() {
        first.commitTyped();
        last.commitTyped();
        Optional<Set<RuleId>> rules = rules();
        Optional<String> problem = problem(rules);
        wrong.setText(problem.orElse(""));
        if (problem.isEmpty()) {
            model.save(
                    new HolidaysModel.HolidayInput(
                            open,
                            name.getText().strip(),
                            first.getValue(),
                            last.getValue(),
                            effect.selected().getFirst(),
                            rules),
                    this::begin);
        }
    }

    private Optional<String> problem(Optional<Set<RuleId>> rules) {
        if (name.getText().isBlank()) {
            name.requestFocus();
            return Optional.of(strings.text("rules.holiday-unnamed"));
        }
        if (first.getValue() == null || last.getValue() == null) {
            (first.getValue() == null ? first : last).requestFocus();
            return Optional.of(strings.text("rules.holiday-no-day"));
        }
        if (last.getValue().isBefore(first.getValue())
                || last.getValue().isAfter(first.getValue().plusDays(Holiday.MOST_DAYS - 1L))) {
            first.requestFocus();
            return Optional.of(strings.text("rules.holiday-bad-days"));
        }
        if (last.getValue().isBefore(model.today())) {
            last.requestFocus();
            return Optional.of(strings.text("rules.holiday-past"));
        }
        if (effect.selected().isEmpty()) {
            effect.tabStop().ifPresent(Node::requestFocus);
            return Optional.of(strings.text("rules.holiday-no-effect"));
        }
        if (rules.filter(Set::isEmpty).isPresent()) {
            every.requestFocus();
            return Optional.of(strings.text("rules.holiday-no-rules"));
        }
        return Optional.empty();
    }

    private VBox labelled(String key, Control control) {
        Label label = new Label(strings.text(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        control.setAccessibleText(label.getText());
        return new VBox(4, label, control);
    }
}
