package io.vestibule.setup.ui;

import io.vestibule.settings.Setting;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.ui.Strings;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A numeric setting as it is typed.
public final class SettingField<N extends Number> {

    /// All digits of every double, since a shown number that differs from the setting would be saved as a
    /// change.
    private static final int MAX_DIGITS = 340;

    private final SettingsFlow settings;
    private final Strings strings;
    private final Setting<N> setting;
    private final Range<N> range;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private @Nullable SettingField<N> least;

    /// @param label its name on the screen
    /// @param hint its purpose; may be empty
    /// @param least,most both inclusive
    public record Range<N>(String label, String hint, double least, double most, DoubleFunction<N> make) {}

    public SettingField(SettingsFlow settings, Strings strings, Setting<N> setting, Range<N> range) {
        this.settings = settings;
        this.strings = strings;
        this.setting = setting;
        this.range = range;
        refresh();
    }

    /// A warning comes before a rejection, so its limit is never lower.
    SettingField<N> notBelow(SettingField<N> other) {
        least = other;
        return this;
    }

    public void refresh() {
        typed.set(number(settings.get(setting).doubleValue()));
    }

    public StringProperty typed() {
        return typed;
    }

    public String label() {
        return setting.unit().isEmpty() ? range.label() : range.label() + " (" + setting.unit() + ")";
    }

    public String hint() {
        return isLocked() ? strings.text("setup.settings.fixed") : range.hint();
    }

    public boolean isLocked() {
        return settings.isLocked(setting);
    }

    public String key() {
        return setting.key();
    }

    public Optional<String> validate(String text) {
        Optional<N> value = parse(text);
        if (value.isEmpty() || !setting.valid().test(value.get())) {
            return Optional.of(strings.text("setup.settings.range", number(range.least()), number(range.most())));
        }
        if (least != null && value.get().doubleValue() < least.now()) {
            return Optional.of(strings.text("setup.settings.not-below", number(least.now())));
        }
        return Optional.empty();
    }

    public boolean isChanged() {
        return parse(typed.get())
                .filter(value -> !value.equals(settings.get(setting)))
                .isPresent();
    }

    /// Needs [io.vestibule.audit.Permission#MANAGE_SETTINGS]. Blocks for the write to the settings file.
    public void save(String text) {
        parse(text).ifPresent(value -> settings.set(setting, value));
    }

    private double now() {
        return settings.get(setting).doubleValue();
    }

    private Optional<N> parse(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(value) ? Optional.ofNullable(range.make().apply(value)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(strings.locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(MAX_DIGITS);
        return format.format(value);
    }
}
