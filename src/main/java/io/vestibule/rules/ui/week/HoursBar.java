package io.vestibule.rules.ui.week;

import io.vestibule.rules.week.ArmedDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// One day from 0:00 at the left to 24:00 at the right, with a bar where the rule is armed.
final class HoursBar extends Region {

    private static final double HEIGHT = 6;
    private static final double MINUTES = 24.0 * 60;

    /// @param from,to share of the day, 0..1
    private record Bar(Region node, double from, double to) {}

    private List<Bar> bars = List.of();

    HoursBar() {
        getStyleClass().add("week-row");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(ArmedDay day) {
        List<Bar> next = new ArrayList<>();
        for (ArmedDay.Period period : day.periods()) {
            Region node = new Region();
            node.getStyleClass().add("week-bar");
            boolean toEnd = period.to().toLocalDate().isAfter(day.date());
            next.add(new Bar(node, share(period.from()), toEnd ? 1 : share(period.to())));
        }
        bars = List.copyOf(next);
        getChildren().setAll(bars.stream().map(Bar::node).toList());
        requestLayout();
    }

    private static double share(ZonedDateTime time) {
        return (time.getHour() * 60 + time.getMinute()) / MINUTES;
    }

    @Override
    protected void layoutChildren() {
        for (Bar bar : bars) {
            double from = bar.from() * getWidth();
            bar.node().resizeRelocate(from, 0, Math.max(1, bar.to() * getWidth() - from), HEIGHT);
        }
    }
}
