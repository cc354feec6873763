package io.vestibule.rules.ui.week;

import io.vestibule.rules.week.ArmedDay;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.week.Timetable;
import io.vestibule.ui.Strings;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The next 30 days in weeks: the armed time of each day, and the clock changes. Collapsed at first, and drawn only
/// while it is expanded.
public final class NextDaysPane extends TitledPane {

    private static final int DAYS = 30;
    private static final int WEEK = 7;

    private final Strings strings;
    private final InstantSource clock;
    private final GridPane grid = new GridPane(8, 12);
    private final Label note = new Label();
    private final List<DayCell> cells = new ArrayList<>();
    private Optional<Shown> wanted = Optional.empty();
    private Optional<Shown> drawn = Optional.empty();

    private record Shown(Timetable when, DayOverrides overrides, LocalDate today) {}

    /// @param clock decides which day is the first
    public NextDaysPane(Strings strings, InstantSource clock) {
        this.strings = strings;
        this.clock = clock;
        WeekFormatter words = new WeekFormatter(strings);
        for (int i = 0; i < WEEK; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / WEEK);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            Label head = new Label(words.shortDayName(DayOfWeek.of(i + 1)));
            head.getStyleClass().add("hint");
            grid.add(head, i, 0);
        }
        setText(strings.text("rules.next-days"));
        note.getStyleClass().add("hint");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        setContent(new VBox(8, grid, note));
        setExpanded(false);
        setAnimated(false);
        getStyleClass().add("next-days");
        expandedProperty().subscribe(_ -> draw());
    }

    public void show(Timetable when, DayOverrides dayOverrides) {
        wanted = Optional.of(new Shown(when, dayOverrides, LocalDate.ofInstant(clock.instant(), when.zone())));
        draw();
    }

    private void draw() {
        if (isExpanded() && !wanted.equals(drawn)) {
            wanted.ifPresent(this::draw);
            drawn = wanted;
        }
    }

    private void draw(Shown shown) {
        List<ArmedDay> days = ArmedDay.from(shown.when(), shown.overrides(), clock.instant(), shown.today(), DAYS);
        int offset = shown.today().getDayOfWeek().getValue() - 1;
        for (int i = 0; i < days.size(); i++) {
            DayCell cell = cell(i);
            cell.show(days.get(i), i == 0);
            GridPane.setConstraints(cell, (i + offset) % WEEK, 1 + (i + offset) / WEEK);
        }
        note.setText(
                days.stream().anyMatch(ArmedDay::shifted)
                        ? strings.text("rules.days-shifted")
                        : days.stream().anyMatch(day -> day.clockChange().isPresent())
                                ? strings.text("rules.days-change")
                                : strings.text("rules.days-plain"));
    }

    private DayCell cell(int place) {
        if (place == cells.size()) {
            DayCell made = new DayCell(strings);
            cells.add(made);
            grid.getChildren().add(made);
        }
        return cells.get(place);
    }
}
