package io.vestibule.rules;

import io.vestibule.rules.week.ZoneReading;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import java.time.ZoneId;

/// The settings of rules.
public final class RuleKeys {

    /// How the VMS reads the hours of a schedule, for new rules. The vendor does not document it.
    public static final Setting<ZoneReading> READING = Setting.choice("rules.zone-reading", ZoneReading.AS_TYPED);

    /// Time zone of the company, for new rules and the days of its calendar. Empty for the zone of this computer.
    public static final Setting<String> ZONE = Setting.text("rules.zone", "", RuleKeys::isZone);

    /// The time zone in use.
    public static ZoneId zone(Settings settings) {
        String chosen = settings.get(ZONE);
        return chosen.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(chosen);
    }

    private static boolean isZone(String text) {
        return text.isEmpty() || ZoneId.getAvailableZoneIds().contains(text);
    }

    private RuleKeys() {}
}
