package io.vestibule.setup.ui;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.inspect.Check;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.journal.PriceList;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which checks of photos are switched on, for the service in use. FX thread.
public final class ChecksModel extends CardModel {

    private final Settings settings;
    private final Session session;
    private final AuditLog log;
    private final boolean away;
    private final Map<Check, BooleanProperty> on = new EnumMap<>(Check.class);
    private final StringProperty model = new SimpleStringProperty(this, "model", "");

    /// @param away whether Amazon is in use, not the embedded engine
    public ChecksModel(Settings settings, Session session, AuditLog log, boolean away, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.settings = settings;
        this.session = session;
        this.log = log;
        this.away = away;
        for (Check check : Check.values()) {
            on.put(check, new SimpleBooleanProperty(this, check.name()));
        }
        refresh();
    }

    @Override
    public void refresh() {
        super.refresh();
        on.forEach((check, shown) -> shown.set(setting(check).map(settings::get).orElse(false)));
        model.set(settings.get(InspectKeys.CUSTOM_MODEL));
    }

    boolean isAway() {
        return away;
    }

    /// Empty where the engine in use cannot do it.
    private Optional<Setting<Boolean>> setting(Check check) {
        return away ? Optional.of(InspectKeys.aws(check)) : InspectKeys.embedded(check);
    }

    boolean isHere(Check check) {
        return setting(check).isPresent();
    }

    boolean isFixed(Check check) {
        return setting(check).filter(settings::isLocked).isPresent();
    }

    boolean isModelFixed() {
        return settings.isLocked(InspectKeys.CUSTOM_MODEL);
    }

    BooleanProperty on(Check check) {
        return Objects.requireNonNull(on.get(check));
    }

    /// ARN of the version of the company's own model, as it is typed.
    StringProperty model() {
        return model;
    }

    /// What it costs, or why it is not there.
    String words(Check check) {
        if (!isHere(check)) {
            return strings().text("setup.checks.not-here");
        }
        if (isFixed(check)) {
            return strings().text("setup.settings.fixed");
        }
        if (!away) {
            return strings().text("setup.checks.free");
        }
        return check == Check.CUSTOM_LABELS
                ? strings().text("setup.checks.price-hour", PriceList.modelHour())
                : strings()
                        .text(
                                "setup.checks.price-each",
                                PriceList.call(check.operation().spelling()));
    }

    void set(Check check, boolean wanted) {
        setting(check)
                .ifPresent(setting -> save(
                        () -> {
                            session.require(Permission.MANAGE_SETTINGS);
                            settings.set(setting, wanted);
                            log.append(wanted ? "inspect.switched-on" : "inspect.switched-off", check.name());
                            return wanted;
                        },
                        on(check)::set,
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
                        session.require(Permission.MANAGE_SETTINGS);
                        settings.set(InspectKeys.CUSTOM_MODEL, typed);
                        return typed;
                    },
                    model::set);
        }
    }
}
