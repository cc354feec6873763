package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.clock.ClockKeys;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.setup.SettingsFlow;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The time zone of the company, which time zone the VMS is assumed to use for hours, and the server that confirms the
/// date.
public final class TimeZoneModel extends SettingsCardModel {

    private final SettingsFlow settings;

    public TimeZoneModel(SettingsFlow settings, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.settings = settings;
    }

    /// Empty for that of this computer.
    String zone() {
        return settings.get(RuleKeys.ZONE);
    }

    boolean isZoneLocked() {
        return settings.isLocked(RuleKeys.ZONE);
    }

    ZoneReading reading() {
        return settings.get(RuleKeys.READING);
    }

    boolean isReadingLocked() {
        return settings.isLocked(RuleKeys.READING);
    }

    /// Empty for none.
    String timeServer() {
        return settings.get(ClockKeys.NTP_SERVER);
    }

    boolean isTimeServerLocked() {
        return settings.isLocked(ClockKeys.NTP_SERVER);
    }

    /// The text to show if this is not an address.
    Optional<String> validateTimeServer(String typed) {
        return ClockKeys.NTP_SERVER.valid().test(typed.strip())
                ? Optional.empty()
                : Optional.of(strings().text("setup.settings.time-server-wrong"));
    }

    void setTimeServer(String typed) {
        var server = typed.strip();
        if (!server.equals(timeServer()) && validateTimeServer(server).isEmpty()) {
            save(
                    () -> {
                        settings.set(ClockKeys.NTP_SERVER, server);
                        return server;
                    },
                    _ -> {});
        }
    }

    void chooseZone(String zone) {
        if (!zone.equals(zone())) {
            save(
                    () -> {
                        settings.set(RuleKeys.ZONE, zone);
                        return zone;
                    },
                    _ -> {});
        }
    }

    void chooseReading(ZoneReading reading) {
        if (reading != reading()) {
            save(
                    () -> {
                        settings.set(RuleKeys.READING, reading);
                        return reading;
                    },
                    _ -> {});
        }
    }

    /// Places only, and UTC; the first entry stands for the time zone of this computer.
    static List<String> zones() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(""),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.equals("UTC")
                                        || (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")))
                                .sorted())
                .toList();
    }
}
