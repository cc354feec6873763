package io.vestibule.clock;

import io.vestibule.settings.Setting;
import java.util.regex.Pattern;

/// The settings of the clock.
public final class ClockKeys {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:(?<port>[0-9]{1,5}))?");

    /// NTP server that confirms the date after the clock of this computer jumped, as `host` or `host:port`. Empty: none
    /// is asked.
    public static final Setting<String> NTP_SERVER = Setting.text("clock.ntp-server", "", ClockKeys::isAddress);

    record Address(String host, int port) {}

    static Address address(String text, int defaultPort) {
        var matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an address");
        }
        var port = matcher.group("port");
        return new Address(matcher.group("host"), port == null ? defaultPort : Integer.parseInt(port));
    }

    private static boolean isAddress(String text) {
        if (text.isEmpty()) {
            return true;
        }
        return ADDRESS.matcher(text).matches() && isPort(address(text, 1).port());
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= 65_535;
    }

    private ClockKeys() {}
}
