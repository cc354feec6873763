package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.inspect.InspectionKind;
import io.vestibule.journal.PriceList;
import io.vestibule.settings.Setting;
import io.vestibule.setup.SettingsFlow;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which photo checks are enabled, for the service in use. FX thread.
public final class ChecksModel extends SettingsCardModel {

    private final SettingsFlow settings;
    private final boolean away;
    private final Map<InspectionKind, BooleanProperty> on = new EnumMap<>(InspectionKind.class);
    private final StringProperty model = new SimpleStringProperty(this, "model", "");

    /// @param away whether AWS is in use, not the embedded engine
    public ChecksModel(SettingsFlow settings, Session session, boolean away, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.settings = settings;
        this.away = away;
        for (InspectionKind inspectionKind : InspectionKind.values()) {
            on.put(inspectionKind, new SimpleBooleanProperty(this, inspectionKind.name()));
        }
        refresh();
    }

    @Override
    public void refresh() {
        super.refresh();
        on.forEach((inspectionKind, shown) ->
                shown.set(setting(inspectionKind).map(settings::get).orElse(false)));
        model.set(settings.get(InspectKeys.CUSTOM_MODEL));
    }

    boolean isAway() {
        return away;
    }

    /// Empty where the engine in use does not support it.
    private Optional<Setting<Boolean>> setting(InspectionKind inspectionKind) {
        return away ? Optional.of(InspectKeys.aws(inspectionKind)) : InspectKeys.embedded(inspectionKind);
    }

    boolean isHere(InspectionKind inspectionKind) {
        return setting(inspectionKind).isPresent();
    }

    boolean isFixed(InspectionKind inspectionKind) {
        return setting(inspectionKind).filter(settings::isLocked).isPresent();
    }

    boolean isModelFixed() {
        return settings.isLocked(InspectKeys.CUSTOM_MODEL);
    }

    BooleanProperty on(InspectionKind inspectionKind) {
        return Objects.requireNonNull(on.get(inspectionKind));
    }

    /// ARN of the version of the company's own model, as typed.
    StringProperty model() {
        return model;
    }

    /// What the check costs, or why it is unavailable.
    String words(InspectionKind inspectionKind) {
        if (!isHere(inspectionKind)) {
            return strings().text("setup.checks.not-here");
        }
        if (isFixed(inspectionKind)) {
            return strings().text("setup.settings.fixed");
        }
        if (!away) {
            return strings().text("setup.checks.free");
        }
        return inspectionKind == InspectionKind.CUSTOM_LABELS
                ? strings().text("setup.checks.price-hour", PriceList.modelHour())
                : strings()
                        .text(
                                "setup.checks.price-each",
                                PriceList.call(inspectionKind.operation().apiName()));
    }

    void set(InspectionKind inspectionKind, boolean wanted) {
        setting(inspectionKind)
                .ifPresent(setting -> save(
                        () -> {
                            settings.set(
                                    setting,
                                    wanted,
                                    wanted ? "inspect.switched-on" : "inspect.switched-off",
                                    inspectionKind.name());
                            return wanted;
                        },
                        on(inspectionKind)::set,
                        failed -> {
                            refresh();
                            problem().set(failed);
                        }));
    }

    Optional<String> wrongModel(String text) {
        return InspectKeys.isModel(text.strip())
                ? Optional.empty()
                : Optional.of(strings().text("setup.checks.no-model"));
    }

    void commitModel() {
        String typed = model.get().strip();
        if (wrongModel(typed).isEmpty() && !typed.equals(settings.get(InspectKeys.CUSTOM_MODEL))) {
            save(
                    () -> {
                        settings.set(InspectKeys.CUSTOM_MODEL, typed);
                        return typed;
                    },
                    model::set);
        }
    }
}
