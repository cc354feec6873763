package io.vestibule.app.command;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Determines whether a window can be shown, before any class of JavaFX is loaded: afterwards another platform can no
/// longer be chosen.
public final class Display {

    private record Library(String file, String debianPackage) {}

    /// The libraries that JavaFX loads on Linux, and the system packages that contain them.
    private static final List<Library> WINDOW = List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0"),
            new Library("libXtst.so.6", "libxtst6"),
            new Library("libX11.so.6", "libx11-6"));

    private static final List<Library> TEXT = List.of(
            new Library("libfreetype.so.6", "libfreetype6"), new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    /// A local display: `:0`, `:0.1`, `unix:0`.
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

    private Display() {}

    /// The reason why no window can be shown, in one line; empty if one can.
    public static Optional<String> windowUnavailableReason() {
        if (!linux()) {
            return Optional.empty();
        }
        var environment = System.getenv();
        if (blank(environment, "DISPLAY")) {
            return Optional.of(
                    blank(environment, "WAYLAND_DISPLAY")
                            ? "No display was found (DISPLAY is not set)."
                            : "The Wayland display offers no X11 (install xwayland).");
        }
        var missing = firstMissing(WINDOW);
        if (missing.isPresent()) {
            return Optional.of("A window needs the package " + missing.get() + ".");
        }
        return answers(environment.getOrDefault("DISPLAY", "")) || opensX11()
                ? Optional.empty()
                : Optional.of("The display " + environment.get("DISPLAY") + " does not answer.");
    }

    /// The reason why not even the headless platform works, in one line; empty if it does.
    public static Optional<String> textUnavailableReason() {
        return linux()
                ? firstMissing(TEXT).map(name -> "Drawing text needs the package " + name + ".")
                : Optional.empty();
    }

    /// Selects the platform that needs no display. Call only before any class of JavaFX is loaded.
    static void useHeadlessPlatform() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    private static boolean linux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static boolean blank(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").isBlank();
    }

    private static Optional<String> firstMissing(List<Library> libraries) {
        return libraries.stream()
                .filter(library -> !loads(library.file()))
                .map(Library::debianPackage)
                .findFirst();
    }

    /// The library stays loaded: JavaFX needs it next.
    private static boolean loads(String file) {
        try {
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Whether a local X server listens for that display, according to the kernel's socket list: far cheaper than
    /// binding the functions of its library.
    private static boolean answers(String display) {
        var number = LOCAL.matcher(display);
        if (!number.matches()) {
            return false;
        }
        var socket = "/tmp/.X11-unix/X" + number.group(1);
        try {
            return Files.readString(Path.of("/proc/net/unix")).lines().anyMatch(line -> line.endsWith(socket));
        } catch (IOException _) {
            return false;
        }
    }

    /// DISPLAY may name a display that no longer exists; only opening it shows that.
    private static boolean opensX11() {
        try (var arena = Arena.ofConfined()) {
            var library = SymbolLookup.libraryLookup("libX11.so.6", arena);
            var linker = Linker.nativeLinker();
            var open = linker.downcallHandle(
                    library.findOrThrow("XOpenDisplay"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            var close = linker.downcallHandle(
                    library.findOrThrow("XCloseDisplay"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            var display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            var _ = (int) close.invokeExact(display);
            return true;
        } catch (Throwable _) {
            return false;
        }
    }
}
