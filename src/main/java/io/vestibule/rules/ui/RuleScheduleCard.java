package io.vestibule.rules.ui;

import io.vestibule.rules.DraftProblem;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.ui.week.NextDaysPane;
import io.vestibule.rules.ui.week.WeekFormatter;
import io.vestibule.rules.ui.week.WeekGrid;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.QuarterRange;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Chips;
import io.vestibule.ui.control.ChoiceSearch;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// When the rule is armed: presets, the painted week, ranges across midnight, the time zone, and the next 30 days.
final class RuleScheduleCard extends RuleCard {

    private final BuilderModel model;
    private final Strings strings;
    private final WeekFormatter words;
    private final WeekGrid grid;
    private final ComboBox<DayOfWeek> day = new ComboBox<>();
    private final ComboBox<LocalTime> from = times();
    private final ComboBox<LocalTime> to = times();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final Chips<ZoneReading> reading;
    private final NextDaysPane month;
    private final FlowPane tools;
    private final FlowPane spans;
    private DayOverrides dayOverrides = DayOverrides.NONE;
    private final TextField findZone;
    private boolean showing;

    RuleScheduleCard(BuilderModel model) {
        super(
                model.rules().strings(),
                DraftProblem.DraftSection.SCHEDULE,
                "mdi2c-calendar-clock",
                model.rules().strings().text("rules.when"));
        this.model = model;
        this.strings = model.rules().strings();
        this.words = new WeekFormatter(strings);
        this.grid = new WeekGrid(strings, week -> change(timetable -> timetable.with(week)));
        this.month = new NextDaysPane(strings, model.rules().port()::now);
        this.reading = Chips.single(List.of(ZoneReading.values()), value -> strings.constant("rules.reading", value));
        tools = new FlowPane(8, 8);
        for (Preset preset : Preset.values()) {
            tools.getChildren().add(button(strings.constant("rules.preset", preset), preset.week()));
        }
        tools.getChildren().addAll(button(strings.text("rules.clear-week"), Week.NEVER), copyMenu());
        spans = new FlowPane(
                8,
                8,
                day,
                from,
                new Label("–"),
                to,
                Buttons.of(new Command(strings.text("rules.add-span"), "mdi2p-plus", this::addSpan)));
        spans.setRowValignment(javafx.geometry.VPos.CENTER);
        setUpSpan();
        findZone = setUpZone();
        Label hint = wrapped(strings.text("rules.grid-hint"), "hint");
        Label zoneLabel = new Label(strings.text("rules.zone"));
        zoneLabel.getStyleClass().add("field-label");
        Label unsure = wrapped(strings.text("rules.reading-unsure"), "hint");
        content(
                tools,
                grid,
                hint,
                spans,
                new VBox(8, zoneLabel, new FlowPane(8, 8, zone, findZone), reading, unsure),
                month);
    }

    void show(RuleDraft draft, boolean editable) {
        showing = true;
        Timetable when = draft.timetable();
        grid.show(when.week(), editable);
        if (!when.zone().equals(zone.getValue())) {
            zone.setValue(when.zone());
        }
        if (!reading.selected().equals(List.of(when.reading()))) {
            reading.selected().setAll(List.of(when.reading()));
        }
        month.show(when, dayOverrides);
        hide(tools, !editable);
        hide(spans, !editable);
        zone.setDisable(!editable);
        hide(findZone, !editable);
        reading.setDisable(!editable);
        showing = false;
    }

    /// The calendar overrides arrive with the evaluation, a moment after the draft.
    void overrides(DayOverrides now) {
        if (!now.equals(dayOverrides)) {
            dayOverrides = now;
            model.draft.get().ifPresent(draft -> month.show(draft.timetable(), now));
        }
    }

    WeekGrid grid() {
        return grid;
    }

    private void change(UnaryOperator<Timetable> change) {
        if (!showing) {
            model.edit(draft -> draft.withTimetable(change.apply(draft.timetable())));
        }
    }

    private Button button(String text, Week week) {
        return Buttons.of(new Command(text, "", () -> change(timetable -> timetable.with(week))));
    }

    private MenuButton copyMenu() {
        MenuButton menu = new MenuButton(strings.text("rules.copy-day"));
        menu.setOnShowing(_ -> menu.getItems()
                .setAll(
                        copy("rules.copy-weekdays", List.of(DayOfWeek.values()).subList(0, 5)),
                        copy("rules.copy-all", List.of(DayOfWeek.values()))));
        menu.getItems().setAll(new MenuItem(""));
        return menu;
    }

    private MenuItem copy(String key, List<DayOfWeek> days) {
        DayOfWeek source = grid.day();
        MenuItem item = new MenuItem(strings.text(key, words.fullDayName(source)));
        item.setOnAction(
                _ -> change(timetable -> timetable.with(timetable.week().copied(source, days))));
        return item;
    }

    private void setUpSpan() {
        day.getItems().setAll(DayOfWeek.values());
        day.setConverter(converter(words::fullDayName));
        day.setValue(DayOfWeek.MONDAY);
        day.setAccessibleText(strings.text("rules.span-day"));
        from.setValue(LocalTime.of(22, 0));
        from.setAccessibleText(strings.text("rules.span-from"));
        to.setValue(LocalTime.of(6, 0));
        to.setAccessibleText(strings.text("rules.span-to"));
    }

    /// @return the field that searches the zones
    private TextField setUpZone() {
        zone.getItems()
                .setAll(ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.equals("UTC") || isPlace(id))
                        .sorted()
                        .map(ZoneId::of)
                        .toList());
        ChoiceSearch<ZoneId> search = new ChoiceSearch<>(zone, strings.text("rules.find-zone"), ZoneId::getId);
        zone.setConverter(converter(ZoneId::getId));
        zone.setAccessibleText(strings.text("rules.zone"));
        zone.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !search.isFiltering()) {
                change(timetable -> new Timetable(timetable.week(), chosen, timetable.reading(), timetable.paused()));
            }
        });
        reading.setAccessibleText(strings.text("rules.reading-label"));
        reading.selected().addListener((ListChangeListener<ZoneReading>) _ -> {
            if (!reading.selected().isEmpty()) {
                ZoneReading chosen = reading.selected().getFirst();
                change(timetable -> new Timetable(timetable.week(), timetable.zone(), chosen, timetable.paused()));
            }
        });
        return search.field();
    }

    private static boolean isPlace(String id) {
        return id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/");
    }

    private void addSpan() {
        DayOfWeek start = day.getValue();
        change(timetable -> timetable.with(timetable.week().withSpan(start, from.getValue(), to.getValue())));
    }

    private static ComboBox<LocalTime> times() {
        ComboBox<LocalTime> box = new ComboBox<>();
        box.getItems()
                .setAll(IntStream.range(0, Week.QUARTERS)
                        .mapToObj(QuarterRange::time)
                        .toList());
        box.setPrefWidth(96);
        return box;
    }

    private static <T> StringConverter<T> converter(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }
}
