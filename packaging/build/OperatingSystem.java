import java.util.Locale;

/// What a package is built on, and therefore for: nothing is built across systems.
enum OperatingSystem {
    LINUX("linux", "vestibule.png"),
    WINDOWS("windows", "vestibule.ico"),
    MACOS("macos", "vestibule.icns");

    private final String folder;
    private final String icon;

    OperatingSystem(String folder, String icon) {
        this.folder = folder;
        this.icon = icon;
    }

    static OperatingSystem current() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
    }

    /// The folder of `packaging` with its files.
    String folder() {
        return folder;
    }

    String icon() {
        return icon;
    }

    /// Where the jars lie in the image.
    String appFolder() {
        return switch (this) {
            case LINUX -> "lib/app";
            case WINDOWS -> "app";
            case MACOS -> "Contents/app";
        };
    }

    /// What starts the program, with its words on the terminal.
    String launcher() {
        return switch (this) {
            case LINUX -> "bin/vestibule";
            case WINDOWS -> "vestibule-console.exe";
            case MACOS -> "Contents/MacOS/Vestibule";
        };
    }

    /// macOS refuses versions that begin with 0; the one that people see is in Info.plist.
    String version(String release) {
        return this == MACOS && release.startsWith("0.") ? "1" + release.substring(1) : release;
    }

    /// Where onnxruntime keeps this system's libraries in its jar.
    String onnxFolder() {
        return "ai/onnxruntime/native/"
                + switch (this) {
                    case LINUX -> "linux-" + (arm() ? "aarch64" : "x64");
                    case WINDOWS -> "win-x64";
                    case MACOS -> "osx-aarch64";
                }
                + "/";
    }

    /// Where JNA keeps this system's library in its jar.
    String jnaFolder() {
        return "com/sun/jna/"
                + switch (this) {
                    case LINUX -> "linux-" + (arm() ? "aarch64" : "x86-64");
                    case WINDOWS -> "win32-x86-64";
                    case MACOS -> "darwin-" + (arm() ? "aarch64" : "x86-64");
                }
                + "/";
    }

    /// Where the webcam driver keeps this system's library in its jar.
    String webcamFolder() {
        return this == WINDOWS ? "win32-x86-64/" : "darwin-" + (arm() ? "aarch64" : "x86-64") + "/";
    }

    String platform() {
        return switch (this) {
                    case LINUX -> "linux-";
                    case WINDOWS -> "windows-";
                    case MACOS -> "macos-";
                }
                + (arm() ? "aarch64" : "amd64");
    }

    boolean library(String file) {
        return file.endsWith(".so") || file.endsWith(".dll") || file.endsWith(".dylib") || file.endsWith(".jnilib");
    }

    private static boolean arm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}
