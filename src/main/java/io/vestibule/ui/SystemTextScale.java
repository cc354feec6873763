package io.vestibule.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text size of the desktop: "Large text" of GNOME and its relatives, "Text size" of Windows. JavaFX knows neither.
/// The scale of a screen is something else, and JavaFX follows it.
public final class SystemTextScale {

    private static final long SECONDS = 2;
    private static final int LONGEST_ANSWER = 1000;
    private static final Pattern GNOME_FACTOR = Pattern.compile("^\\d{1,2}\\.\\d{1,9}");
    private static final Pattern WINDOWS_PERCENT = Pattern.compile("REG_DWORD {1,9}0x([0-9a-f]{1,4})");

    private SystemTextScale() {}

    /// Asks the system. Takes up to two seconds, not on the FX thread.
    ///
    /// @return a factor, 1 for the usual size; empty where the system has none or does not say
    public static OptionalDouble read() throws InterruptedException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("linux")) {
            return ofGnome(answer(List.of("gsettings", "get", "org.gnome.desktop.interface", "text-scaling-factor")));
        }
        if (system.contains("windows")) {
            return ofWindows(answer(
                    List.of("reg", "query", "HKCU\\Software\\Microsoft\\Accessibility", "/v", "TextScaleFactor")));
        }
        return OptionalDouble.empty();
    }

    /// @param answer of `gsettings`, for example `1.25`
    static OptionalDouble ofGnome(String answer) {
        Matcher factor = GNOME_FACTOR.matcher(answer.strip());
        return factor.find() ? OptionalDouble.of(Double.parseDouble(factor.group())) : OptionalDouble.empty();
    }

    /// @param answer of `reg query`; the value is a number of percent, 100 to 225
    static OptionalDouble ofWindows(String answer) {
        Matcher percent = WINDOWS_PERCENT.matcher(answer);
        return percent.find()
                ? OptionalDouble.of(Integer.parseInt(percent.group(1), 16) / 100.0)
                : OptionalDouble.empty();
    }

    private static String answer(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var out = process.getInputStream()) {
                process.getOutputStream().close();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return "";
                }
                return new String(out.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return "";
        }
    }
}
