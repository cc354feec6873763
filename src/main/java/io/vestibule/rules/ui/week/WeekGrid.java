package io.vestibule.rules.ui.week;

import io.vestibule.rules.week.QuarterRange;
import io.vestibule.rules.week.Week;
import io.vestibule.ui.Strings;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A week of seven rows, painted in quarter hours. Dragging the mouse paints a rectangle: the cell where the drag
/// starts decides whether it arms or clears. Keys: arrows move by a quarter, with Ctrl by an hour; with Shift they
/// paint every cell that they pass; Space toggles.
public final class WeekGrid extends Region {

    private static final double LEFT = 44;
    private static final double TOP = 20;
    private static final double ROW = 24;
    private static final int HOUR = 4;

    private final Strings strings;
    private final WeekFormatter words;
    private final Consumer<Week> painted;
    private final List<Region> rows = new ArrayList<>();
    private final List<Label> days = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final Region cursor = new Region();
    private final Label bubble = new Label();
    private Week week = Week.NEVER;
    private Cell at = new Cell(DayOfWeek.MONDAY, 32);
    private @Nullable Stroke stroke;
    private boolean editable = true;

    private record Cell(DayOfWeek day, int quarter) {}

    /// @param before the week at the start of the stroke
    private record Stroke(Cell from, Week before, boolean arms) {}

    public WeekGrid(Strings strings, Consumer<Week> painted) {
        this.strings = strings;
        this.words = new WeekFormatter(strings);
        this.painted = painted;
        getStyleClass().add("week-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        for (DayOfWeek day : DayOfWeek.values()) {
            rows.add(region("week-row"));
            Label label = new Label(words.shortDayName(day));
            label.getStyleClass().add("hint");
            days.add(label);
        }
        for (int hour = 0; hour <= 24; hour++) {
            lines.add(region(hour % 6 == 0 ? "week-line-strong" : "week-line"));
            if (hour % 3 == 0) {
                Label label = new Label(String.valueOf(hour));
                label.getStyleClass().add("hint");
                hours.add(label);
            }
        }
        cursor.getStyleClass().add("week-cursor");
        bubble.getStyleClass().add("week-bubble");
        bubble.setMouseTransparent(true);
        cursor.visibleProperty().bind(focusedProperty());
        getChildren().addAll(rows);
        getChildren().addAll(days);
        getChildren().addAll(hours);
        getChildren().addAll(lines);
        getChildren().addAll(cursor, bubble);
        bubble.setVisible(false);
        listen();
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            begin(cell(event), false);
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(cell(event)));
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> end());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hint(cell(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            if (stroke == null) {
                bubble.setVisible(false);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (!event.isShiftDown()) {
                end();
            }
        });
        focusedProperty().subscribe(focused -> {
            end();
            describe();
            if (!focused) {
                bubble.setVisible(false);
            }
        });
    }

    public void show(Week now, boolean mayEdit) {
        editable = mayEdit;
        if (stroke == null) {
            paint(now);
        }
        describe();
    }

    public DayOfWeek day() {
        return at.day();
    }

    private void paint(Week now) {
        week = now;
        getChildren().removeAll(bars);
        bars.clear();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (QuarterRange quarterRange : now.ranges(day)) {
                Region bar = region("week-bar");
                bar.setUserData(new Object[] {day, quarterRange});
                bars.add(bar);
            }
        }
        getChildren().addAll(rows.size(), bars);
        requestLayout();
    }

    private Cell cell(MouseEvent event) {
        double share = (event.getX() - LEFT) / (getWidth() - LEFT);
        int quarter = Math.clamp((int) Math.floor(share * Week.QUARTERS), 0, Week.QUARTERS - 1);
        int day = Math.clamp((int) Math.floor((event.getY() - TOP) / ROW), 0, 6);
        return new Cell(DayOfWeek.of(day + 1), quarter);
    }

    private void begin(Cell cell, boolean quiet) {
        if (!editable) {
            return;
        }
        at = cell;
        stroke = new Stroke(cell, week, !week.isOn(cell.day(), cell.quarter()));
        if (!quiet) {
            drag(cell);
        }
    }

    private void drag(Cell cell) {
        at = cell;
        if (stroke != null) {
            Cell from = stroke.from();
            int low = Math.min(from.quarter(), cell.quarter());
            int high = Math.max(from.quarter(), cell.quarter()) + 1;
            paint(stroke.before().with(from.day(), cell.day(), low, high, stroke.arms()));
            DayOfWeek first = from.day().compareTo(cell.day()) < 0 ? from.day() : cell.day();
            DayOfWeek last = from.day().compareTo(cell.day()) < 0 ? cell.day() : from.day();
            String times = QuarterRange.time(low) + "–" + WeekFormatter.end(high);
            bubble(words.dayRange(first, last) + " " + times);
        }
        describe();
        requestLayout();
    }

    private void end() {
        Stroke done = stroke;
        stroke = null;
        if (done != null && !week.equals(done.before())) {
            painted.accept(week);
        }
    }

    private void hint(Cell cell) {
        bubble(words.shortDayName(cell.day()) + " " + QuarterRange.time(cell.quarter()), cell);
    }

    private void bubble(String text) {
        bubble(text, at);
    }

    private void bubble(String text, Cell cell) {
        bubble.setText(text);
        bubble.setVisible(true);
        bubble.toFront();
        bubble.autosize();
        double x = LEFT + cell.quarter() * (getWidth() - LEFT) / Week.QUARTERS;
        double y = TOP + (cell.day().getValue() - 1) * ROW;
        bubble.relocate(
                Math.clamp(x + 8, 0, Math.max(0, getWidth() - bubble.getWidth())),
                y < TOP + ROW ? y + ROW + 2 : y - bubble.getHeight() - 2);
    }

    private void key(KeyEvent event) {
        int step = event.isShortcutDown() ? HOUR : 1;
        Cell next = switch (event.getCode()) {
            case LEFT -> new Cell(at.day(), Math.max(0, at.quarter() - step));
            case RIGHT -> new Cell(at.day(), Math.min(Week.QUARTERS - 1, at.quarter() + step));
            case UP -> new Cell(DayOfWeek.of(Math.max(1, at.day().getValue() - 1)), at.quarter());
            case DOWN -> new Cell(DayOfWeek.of(Math.min(7, at.day().getValue() + 1)), at.quarter());
            case HOME -> new Cell(at.day(), 0);
            case END -> new Cell(at.day(), Week.QUARTERS - 1);
            case SPACE -> at;
            default -> null;
        };
        if (next == null) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            begin(at, true);
            drag(at);
            end();
        } else if (event.isShiftDown()) {
            pass(next);
        } else {
            end();
            drag(next);
            hint(next);
        }
        event.consume();
    }

    /// Paints the rectangle from the start of the stroke to the next cell; what was painted in this stroke
    /// stays, also when the cursor comes back. A stroke clears only where its first two cells are armed, so
    /// that a painted range can be extended after Shift was released.
    private void pass(Cell next) {
        if (!editable) {
            drag(next);
            return;
        }
        Stroke running = stroke;
        if (running == null) {
            boolean clears = week.isOn(at.day(), at.quarter()) && week.isOn(next.day(), next.quarter());
            running = new Stroke(at, week, !clears);
            stroke = running;
        }
        Cell from = running.from();
        int low = Math.min(from.quarter(), next.quarter());
        int high = Math.max(from.quarter(), next.quarter()) + 1;
        paint(week.with(from.day(), next.day(), low, high, running.arms()));
        at = next;
        bubble(words.shortDayName(next.day()) + " " + QuarterRange.time(next.quarter()));
        describe();
        requestLayout();
    }

    private void describe() {
        boolean armed = week.isOn(at.day(), at.quarter());
        String place = words.fullDayName(at.day()) + " " + QuarterRange.time(at.quarter());
        setAccessibleText(strings.text(armed ? "rules.grid-on" : "rules.grid-off", place));
        setAccessibleHelp(strings.text("rules.grid-help"));
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    /// For a screen reader the cursor is a toggle: its text is the time, and on means armed.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? week.isOn(at.day(), at.quarter())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT;
        for (int i = 0; i < 7; i++) {
            double y = TOP + i * ROW;
            rows.get(i).resizeRelocate(LEFT, y + 1, width, ROW - 2);
            days.get(i).autosize();
            days.get(i).relocate(0, y + (ROW - days.get(i).getHeight()) / 2);
        }
        for (int hour = 0; hour <= 24; hour++) {
            lines.get(hour).resizeRelocate(snapPositionX(LEFT + hour * width / 24), TOP, 1, 7 * ROW);
        }
        for (int i = 0; i < hours.size(); i++) {
            Label label = hours.get(i);
            label.autosize();
            double x = LEFT + 3 * i * width / 24 - label.getWidth() / 2;
            label.relocate(Math.min(x, getWidth() - label.getWidth()), 0);
        }
        for (Region bar : bars) {
            Object[] place = (Object[]) bar.getUserData();
            QuarterRange quarterRange = (QuarterRange) place[1];
            double x = LEFT + quarterRange.from() * width / Week.QUARTERS;
            double y = TOP + (((DayOfWeek) place[0]).getValue() - 1) * ROW;
            bar.resizeRelocate(x, y + 2, (quarterRange.to() - quarterRange.from()) * width / Week.QUARTERS, ROW - 4);
        }
        double y = TOP + (at.day().getValue() - 1) * ROW;
        cursor.resizeRelocate(LEFT + at.quarter() * width / Week.QUARTERS - 1, y + 1, Math.max(6, width / 96), ROW - 2);
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + 7 * ROW + 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 240;
    }
}
