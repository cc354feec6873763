import java.util.Locale;

/// The system that a package is built on, and therefore for: there are no cross builds.
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

    /// The folder of the jars in the image.
    String appFolder() {
        return switch (this) {
            case LINUX -> "lib/app";
            case WINDOWS -> "app";
            case MACOS -> "Contents/app";
        };
    }

    /// The launcher of the program, with output on the terminal.
    String launcher() {
        return switch (this) {
            case LINUX -> "bin/vestibule";
            case WINDOWS -> "vestibule-console.exe";
            case MACOS -> "Contents/MacOS/Vestibule";
        };
    }

    /// macOS rejects versions that begin with 0; the version that users see is in Info.plist.
    String version(String release) {
        return this == MACOS && release.startsWith("0.") ? "1" + release.substring(1) : release;
    }

    /// The folder of this system's libraries in the onnxruntime jar.
    String onnxFolder() {
        return "ai/onnxruntime/native/"
                + switch (this) {
                    case LINUX -> "linux-" + (arm() ? "aarch64" : "x64");
                    case WINDOWS -> "win-x64";
                    case MACOS -> "osx-aarch64";
                }
                + "/";
    }

    /// The folder of this system's library in the JNA jar.
    String jnaFolder() {
        return "com/sun/jna/"
                + switch (this) {
                    case LINUX -> "linux-" + (arm() ? "aarch64" : "x86-64");
                    case WINDOWS -> "win32-x86-64";
                    case MACOS -> "darwin-" + (arm() ? "aarch64" : "x86-64");
                }
                + "/";
    }

    /// The folder of this system's library in the webcam driver's jar.
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

    /// FFmpeg's libraries have a version after their ending on Linux.
    boolean library(String file) {
        return file.endsWith(".so") || file.matches(".*\\.so\\.\\d+") || file.endsWith(".dll") || file.endsWith(".dylib") || file.endsWith(".jnilib");
    }

    private static boolean arm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}
