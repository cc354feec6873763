package io.vestibule.rules.ui.week;

import io.vestibule.rules.week.ArmedDay;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// One of the next days: its date, its armed time as a bar and in hours, and a mark for a clock change or a
/// holiday.
final class DayCell extends VBox {

    /// High enough for the icon of a marked day, so that all lines have the same height.
    private static final double LINE = 20;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("d MMM");

    private final Strings strings;
    private final Label date = new Label();
    private final Label hours = new Label();
    private final HoursBar bar = new HoursBar();
    private final Tooltip tooltip = new Tooltip();

    DayCell(Strings strings) {
        super(2);
        this.strings = strings;
        date.setMinHeight(LINE);
        date.getStyleClass().add("hint");
        hours.getStyleClass().add("hint");
        getChildren().addAll(date, bar, hours);
        Tooltip.install(this, tooltip);
    }

    /// @param first whether this is the first day shown; it shows its month
    void show(ArmedDay day, boolean first) {
        boolean begins = day.date().getDayOfMonth() == 1 || first;
        date.setText(
                begins
                        ? MONTH.withLocale(strings.locale()).format(day.date())
                        : String.valueOf(day.date().getDayOfMonth()));
        date.setGraphic(
                day.holiday().isPresent()
                        ? Icon.of("mdi2c-calendar-star", "state-look")
                        : day.clockChange().isPresent() || day.shifted()
                                ? Icon.of("mdi2c-clock-alert-outline", "state-look")
                                : null);
        bar.show(day);
        hours.setText(length(day.armed()));
        String words = words(day);
        setAccessibleText(words);
        tooltip.setText(words);
    }

    private String length(Duration armed) {
        return armed.isZero() ? "–" : strings.text("rules.hours", armed.toMinutes() / 60.0);
    }

    private static String end(ArmedDay day, ArmedDay.Period period) {
        return period.to().toLocalDate().isAfter(day.date()) ? "24:00" : CLOCK.format(period.to());
    }

    private String words(ArmedDay day) {
        String full = day.date()
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(strings.locale()));
        String periods = day.periods().stream()
                .map(period -> CLOCK.format(period.from()) + "–" + end(day, period))
                .collect(Collectors.joining(", "));
        String armed = periods.isEmpty() ? strings.text("rules.week-never") : periods;
        if (day.holiday().isPresent()) {
            return strings.text(
                    "rules.day-holiday",
                    full,
                    armed,
                    strings.constant("rules.day-effect", day.holiday().get()));
        }
        return day.clockChange().isPresent() ? strings.text("rules.day-change", full, armed) : full + ": " + armed;
    }
}
