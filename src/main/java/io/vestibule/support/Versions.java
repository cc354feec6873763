package io.vestibule.support;

import java.util.LinkedHashMap;
import java.util.Map;

/// Versions of the program and of the components that it runs on.
public final class Versions {

    private Versions() {}

    /// `(built from source)` where the program was not packaged.
    public static String program() {
        var version = Versions.class.getPackage().getImplementationVersion();
        // The packages have the number alone, too.
        return version == null ? "(built from source)" : version.replace("-SNAPSHOT", "");
    }

    /// Names and versions in display order.
    ///
    /// @param engine the engine in use and its model
    public static Map<String, String> all(String engine) {
        var all = new LinkedHashMap<String, String>();
        all.put("Vestibule", program());
        all.put(
                "Java",
                System.getProperty("java.runtime.version", "?") + ", " + System.getProperty("java.vendor", "?"));
        all.put("JavaFX", System.getProperty("javafx.runtime.version", "?"));
        all.put("Engine", engine);
        all.put(
                "System",
                System.getProperty("os.name", "?") + " " + System.getProperty("os.version", "?") + ", "
                        + System.getProperty("os.arch", "?"));
        return all;
    }
}
