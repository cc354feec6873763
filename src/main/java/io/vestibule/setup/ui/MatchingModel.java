package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.check.CheckKeys;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.settings.Setting;
import io.vestibule.setup.SettingsFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The similarity thresholds, and the limits of the photo checks.
final class MatchingModel extends SettingsCardModel {

    private final SettingsFlow settings;
    private final List<SettingField<?>> matching;
    private final List<SettingField<?>> photos;
    private final ObjectProperty<QualityFilter> filter = new SimpleObjectProperty<>(this, "filter", QualityFilter.AUTO);

    /// @param engine default thresholds of the engine in use
    MatchingModel(SettingsFlow settings, Session session, EnrolKeys.Thresholds engine, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.settings = settings;
        List<SettingField<?>> fields = new ArrayList<>(List.of(
                similarity(engine.associate(), "setup.settings.associate", "setup.settings.associate-hint"),
                similarity(engine.search(), "setup.settings.search", "setup.settings.search-hint"),
                similarity(engine.duplicate(), "setup.settings.duplicate", "setup.settings.duplicate-hint"),
                similarity(
                        engine.duplicateInMany(),
                        "setup.settings.duplicate-many",
                        "setup.settings.duplicate-many-hint")));
        if (engine.falseAlarms()) {
            fields.add(falseAlarms(EnrolKeys.FALSE_ALARMS_SEARCH, "setup.settings.alarms-search"));
            fields.add(falseAlarms(EnrolKeys.FALSE_ALARMS_DUPLICATE, "setup.settings.alarms-duplicate"));
        }
        this.matching = List.copyOf(fields);
        SettingField<Integer> face = pixels(CheckKeys.FACE_REFUSE, "setup.settings.face-refuse");
        SettingField<Double> sharp =
                limit(CheckKeys.SHARPNESS_REFUSE, "setup.settings.sharpness-refuse", CheckKeys.MOST_SHARPNESS);
        SettingField<Double> template =
                limit(CheckKeys.TEMPLATE_REFUSE, "setup.settings.template-refuse", CheckKeys.MOST_TEMPLATE);
        SettingField<Double> dark = limit(CheckKeys.DARK_REFUSE, "setup.settings.dark", CheckKeys.MOST_LIGHT);
        this.photos = List.of(
                face,
                pixels(CheckKeys.FACE_WARN, "setup.settings.face-warn").notBelow(face),
                sharp,
                limit(CheckKeys.SHARPNESS_WARN, "setup.settings.sharpness-warn", CheckKeys.MOST_SHARPNESS)
                        .notBelow(sharp),
                template,
                limit(CheckKeys.TEMPLATE_WARN, "setup.settings.template-warn", CheckKeys.MOST_TEMPLATE)
                        .notBelow(template),
                dark,
                limit(CheckKeys.BRIGHT_REFUSE, "setup.settings.bright", CheckKeys.MOST_LIGHT)
                        .notBelow(dark));
        filter.set(settings.get(EnrolKeys.QUALITY_FILTER));
    }

    @Override
    public void refresh() {
        super.refresh();
        Stream.concat(matching.stream(), photos.stream()).forEach(SettingField::refresh);
        filter.set(settings.get(EnrolKeys.QUALITY_FILTER));
    }

    List<SettingField<?>> matching() {
        return matching;
    }

    List<SettingField<?>> photos() {
        return photos;
    }

    ObjectProperty<QualityFilter> filter() {
        return filter;
    }

    boolean isFilterLocked() {
        return settings.isLocked(EnrolKeys.QUALITY_FILTER);
    }

    void choose(QualityFilter chosen) {
        if (settings.get(EnrolKeys.QUALITY_FILTER) != chosen) {
            save(
                    () -> {
                        settings.set(EnrolKeys.QUALITY_FILTER, chosen);
                        return chosen;
                    },
                    filter::set);
        }
    }

    private SettingField<Double> similarity(Setting<Double> setting, String words, String hint) {
        return new SettingField<>(
                settings,
                strings(),
                setting,
                new SettingField.Range<>(
                        strings().text(words),
                        strings().text(hint),
                        EnrolKeys.MIN_SIMILARITY,
                        EnrolKeys.MAX_SIMILARITY,
                        value -> value));
    }

    private SettingField<Double> falseAlarms(Setting<Double> setting, String words) {
        return new SettingField<>(
                settings,
                strings(),
                setting,
                new SettingField.Range<>(
                        strings().text(words),
                        strings().text("setup.settings.alarms-hint"),
                        EnrolKeys.MIN_FALSE_ALARMS,
                        EnrolKeys.MAX_FALSE_ALARMS,
                        value -> value));
    }

    private SettingField<Double> limit(Setting<Double> setting, String words, double most) {
        return new SettingField<>(
                settings,
                strings(),
                setting,
                new SettingField.Range<>(strings().text(words), "", 0, most, value -> value));
    }

    private SettingField<Integer> pixels(Setting<Integer> setting, String words) {
        return new SettingField<>(
                settings,
                strings(),
                setting,
                new SettingField.Range<>(strings().text(words), "", CheckKeys.LEAST_FACE, CheckKeys.MOST_FACE, value ->
                        (int) Math.round(value)));
    }
}
