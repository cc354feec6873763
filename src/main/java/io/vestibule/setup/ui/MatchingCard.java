package io.vestibule.setup.ui;

import io.vestibule.cloud.QualityFilter;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.LabelledField;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// Thresholds of matching and limits of the photo checks, two in a row.
final class MatchingCard extends SettingsCard {

    private final MatchingModel model;
    private final Strings strings;

    MatchingCard(MatchingModel model) {
        super(
                model.strings().text("setup.settings.matching"),
                model,
                model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        getChildren()
                .addAll(
                        Fields.wrapped(strings.text("setup.settings.matching-note"), "quiet"),
                        Fields.settings(model, model.matching()),
                        quality(),
                        Fields.strong(strings.text("setup.settings.checks")),
                        Fields.wrapped(strings.text("setup.settings.checks-note"), "quiet"),
                        Fields.settings(model, model.photos()),
                        problemLabel(model));
    }

    private LabelledField<ComboBox<QualityFilter>> quality() {
        ComboBox<QualityFilter> box = new ComboBox<>();
        box.getItems().setAll(QualityFilter.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(QualityFilter filter) {
                return Optional.ofNullable(filter)
                        .map(one -> strings.constant("setup.quality", one))
                        .orElse("");
            }

            @Override
            public QualityFilter fromString(String words) {
                throw new UnsupportedOperationException("Filters are chosen, not typed");
            }
        });
        model.filter().subscribe(box::setValue);
        box.valueProperty().addListener((_, _, chosen) -> model.choose(chosen));
        LabelledField<ComboBox<QualityFilter>> field = new LabelledField<>(strings.text("setup.settings.quality"), box);
        field.hint(strings.text(model.isFilterLocked() ? "setup.settings.fixed" : "setup.settings.quality-hint"));
        if (model.isFilterLocked()) {
            box.setDisable(true);
        } else {
            box.disableProperty().bind(model.mayChange().not());
        }
        return field;
    }
}
