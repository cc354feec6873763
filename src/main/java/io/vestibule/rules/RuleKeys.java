package io.vestibule.rules;

import io.vestibule.rules.week.ZoneReading;
import io.vestibule.settings.Setting;

/// What of rules can be set.
public final class RuleKeys {

    /// How the VMS reads the hours of a schedule, for new rules. Nobody outside its maker knows for certain.
    public static final Setting<ZoneReading> READING = Setting.choice("rules.zone-reading", ZoneReading.AS_TYPED);

    private RuleKeys() {}
}
