package io.vestibule.setup.ui;

import io.vestibule.rules.week.ZoneReading;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.ChoiceSearch;
import io.vestibule.ui.control.LabelledField;
import java.time.ZoneId;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Two choices, each saved at once, a search of the time zones, and the time server.
public final class TimeZoneCard extends SettingsCard {

    public TimeZoneCard(TimeZoneModel model) {
        super(
                model.strings().text("setup.settings.clock"),
                model,
                model.strings().text("setup.settings.why-not"));
        Strings strings = model.strings();
        ComboBox<String> zone = new ComboBox<>();
        zone.getItems().setAll(TimeZoneModel.zones());
        zone.setConverter(words(id -> id.isEmpty()
                ? strings.text(
                        "setup.settings.clock-machine", ZoneId.systemDefault().getId())
                : id));
        zone.setValue(model.zone());
        ChoiceSearch<String> search = new ChoiceSearch<>(zone, strings.text("rules.find-zone"), id -> id);
        zone.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !search.isFiltering()) {
                model.chooseZone(chosen);
            }
        });
        ComboBox<ZoneReading> reading = new ComboBox<>();
        reading.getItems().setAll(ZoneReading.values());
        reading.setConverter(words(value -> strings.constant("rules.reading", value)));
        reading.setValue(model.reading());
        reading.valueProperty().addListener((_, _, chosen) -> model.chooseReading(chosen));
        lock(zone, model, model.isZoneLocked());
        lock(search.field(), model, model.isZoneLocked());
        lock(reading, model, model.isReadingLocked());
        var typed = new SimpleStringProperty(model.timeServer());
        LabelledField<TextField> server =
                Fields.line(strings.text("setup.settings.time-server"), typed, model::validateTimeServer);
        server.control().setId("clock-ntp-server");
        server.control().setPromptText(strings.text("setup.settings.time-server-none"));
        server.hint(strings.text("setup.settings.time-server-hint"));
        lock(server.control(), model, model.isTimeServerLocked());
        Fields.commit(server.control(), () -> {
            if (server.validate()) {
                model.setTimeServer(typed.get());
            }
        });
        Label note = new Label(strings.text("setup.settings.clock-note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("quiet");
        getChildren()
                .addAll(
                        note,
                        new LabelledField<>(strings.text("rules.zone"), zone),
                        search.field(),
                        new LabelledField<>(strings.text("rules.reading-label"), reading),
                        server,
                        problemLabel(model));
    }

    private static void lock(Control control, TimeZoneModel model, boolean locked) {
        control.setMaxWidth(Double.MAX_VALUE);
        if (locked) {
            control.setDisable(true);
        } else {
            control.disableProperty().bind(model.mayChange().not());
        }
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
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
