package io.vestibule.rules.ui;

import io.vestibule.rules.week.ArmedDay;
import io.vestibule.rules.week.Overrides;
import io.vestibule.rules.week.Timetable;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The next 30 days in weeks: how long the rule is armed each day, and where the clocks change.
final class MonthPane extends VBox {

    private static final int DAYS = 30;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("d MMM");

    private final Strings strings;
    private final GridPane grid = new GridPane(8, 12);
    private final Label note = RuleCard.wrapped("", "hint");

    MonthPane(Strings strings) {
        super(8);
        this.strings = strings;
        for (int i = 0; i < 7; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 7);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        getChildren().addAll(grid, note);
    }

    void show(Timetable when, Overrides overrides) {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, when.zone());
        List<ArmedDay> days = ArmedDay.from(when, overrides, now, today, DAYS);
        int offset = today.getDayOfWeek().getValue() - 1;
        grid.getChildren().clear();
        for (int i = 0; i < days.size(); i++) {
            grid.add(cell(days.get(i), i == 0), (i + offset) % 7, (i + offset) / 7);
        }
        note.setText(
                days.stream().anyMatch(ArmedDay::shifted)
                        ? strings.text("rules.days-shifted")
                        : days.stream().anyMatch(day -> day.clockChange().isPresent())
                                ? strings.text("rules.days-change")
                                : strings.text("rules.days-plain"));
    }

    private VBox cell(ArmedDay day, boolean first) {
        boolean begins = day.date().getDayOfMonth() == 1 || first;
        Label date = new Label(
                begins
                        ? MONTH.withLocale(strings.locale()).format(day.date())
                        : String.valueOf(day.date().getDayOfMonth()));
        date.getStyleClass().add("hint");
        if (day.holiday().isPresent()) {
            date.setGraphic(Icon.of("mdi2c-calendar-star", "state-look"));
        } else if (day.clockChange().isPresent() || day.shifted()) {
            date.setGraphic(Icon.of("mdi2c-clock-alert-outline", "state-look"));
        }
        Region bar = new Region();
        bar.getStyleClass().add("week-bar");
        double share = Math.min(1, day.armed().toMinutes() / (24.0 * 60));
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("week-row");
        track.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        track.setMinHeight(6);
        bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
        bar.setMaxHeight(6);
        Label hours = new Label(length(day.armed()));
        hours.getStyleClass().add("hint");
        VBox cell = new VBox(2, date, track, hours);
        String words = words(day);
        cell.setAccessibleText(words);
        Tooltip.install(cell, new Tooltip(words));
        return cell;
    }

    private String length(Duration armed) {
        return armed.isZero() ? "–" : strings.text("rules.hours", armed.toMinutes() / 60.0);
    }

    private String words(ArmedDay day) {
        String date = day.date()
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(strings.locale()));
        String periods = day.periods().stream()
                .map(period -> CLOCK.format(period.from()) + "–" + CLOCK.format(period.to()))
                .collect(Collectors.joining(", "));
        String armed = periods.isEmpty() ? strings.text("rules.week-never") : periods;
        if (day.holiday().isPresent()) {
            return strings.text(
                    "rules.day-holiday",
                    date,
                    armed,
                    strings.constant("rules.day-effect", day.holiday().get()));
        }
        return day.clockChange().isPresent() ? strings.text("rules.day-change", date, armed) : date + ": " + armed;
    }
}
