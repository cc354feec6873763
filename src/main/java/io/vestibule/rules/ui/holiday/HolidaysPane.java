package io.vestibule.rules.ui.holiday;

import io.vestibule.rules.holiday.CompanyHolidays;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Focus;
import io.vestibule.ui.control.Icon;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The holiday calendar: its entries, a form for a new one, and a note on what happens while the console is not
/// running.
public final class HolidaysPane extends VBox {

    private static final double WIDE = 760;
    private static final double TALL = 160;
    private static final double DONE_TALL = 36;

    private final HolidaysModel model;
    private final Strings strings;
    private final VBox list = new VBox(8);
    private final HolidayForm form;
    private final Label changed = new Label();
    private final Button undo;

    public HolidaysPane(HolidaysModel model) {
        super(12);
        this.model = model;
        this.strings = model.strings();
        form = new HolidayForm(model);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALL);
        scroll.getStyleClass().add("edge-to-edge");
        Label note = wrapped(strings.text("rules.holidays-note"), "hint");
        note.setGraphic(Icon.of("mdi2i-information-outline"));
        undo = Buttons.of(new Command(
                strings.text("ui.undo"),
                "mdi2u-undo",
                () -> model.lastChange.get().ifPresent(last -> last.undo().run())));
        HBox done = new HBox(8, changed, undo);
        done.setAlignment(Pos.CENTER_LEFT);
        done.setMinHeight(DONE_TALL); // reserved, so that nothing moves when it is filled
        model.lastChange.subscribe(last -> {
            changed.setText(last.map(HolidaysModel.HolidayChange::text).orElse(""));
            changed.setGraphic(last.isPresent() ? Icon.of("mdi2c-check-circle", "state-done") : null);
            undo.setVisible(last.isPresent());
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.Z && event.isShortcutDown() && undo.isVisible()) {
                undo.fire();
                event.consume();
            }
        });
        getChildren().setAll(wrapped(strings.text("rules.holidays-text")), scroll);
        if (model.mayManage()) {
            getChildren().add(done);
        }
        if (model.mayManage()) {
            getChildren().add(form);
        }
        getChildren().add(note);
        setPrefWidth(WIDE);
        model.all.subscribe(now -> now.ifPresent(this::show));
    }

    /// The node that gets the initial focus.
    public Node first() {
        return model.mayManage() ? form : this;
    }

    private void show(CompanyHolidays now) {
        boolean inside = Focus.first(list) != null && list.isFocusWithin();
        LocalDate today = model.today();
        List<Holiday> coming =
                now.all().stream().filter(one -> !one.last().isBefore(today)).toList();
        list.getChildren().setAll(coming.stream().map(this::row).toList());
        if (coming.isEmpty()) {
            list.getChildren().setAll(wrapped(strings.text("rules.holidays-empty"), "quiet"));
        }
        List<Holiday> over = now.all().reversed().stream()
                .filter(one -> one.last().isBefore(today)
                        && !one.last().plusDays(Holiday.MOST_DAYS).isBefore(today))
                .toList();
        if (!over.isEmpty()) {
            list.getChildren().add(wrapped(strings.text("rules.holidays-over"), "field-label"));
            list.getChildren().addAll(over.stream().map(this::row).toList());
        }
        if (inside) {
            form.begin();
        }
    }

    private HBox row(Holiday holiday) {
        Label name = new Label(holiday.name());
        name.getStyleClass().add("strong");
        Label about = wrapped(
                strings.text(
                        "rules.holiday-row",
                        model.days(holiday.first(), holiday.last()),
                        strings.constant("rules.day-effect", holiday.effect()),
                        model.rules(holiday)),
                "quiet");
        VBox words = new VBox(4, name, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox row = new HBox(8, Icon.of("mdi2c-calendar-star"), words);
        row.setAlignment(Pos.CENTER_LEFT);
        if (model.mayManage()) {
            row.getChildren()
                    .addAll(
                            Buttons.icon(new Command(
                                    strings.text("rules.holiday-edit", holiday.name()),
                                    "mdi2p-pencil-outline",
                                    () -> form.edit(holiday))),
                            Buttons.icon(new Command(
                                    strings.text("rules.holiday-remove", holiday.name()),
                                    "mdi2d-delete-outline",
                                    () -> model.remove(holiday, form::begin))));
        }
        return row;
    }

    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
