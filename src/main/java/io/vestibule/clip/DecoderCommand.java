package io.vestibule.clip;

import io.vestibule.clip.wire.DecodeFault;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The command line of the decoder process: this Java, the classes of the room `clip`, and the native libraries. It
/// holds no address and no login.
final class DecoderCommand {

    /// The folder of the native libraries of a packaged program; without it they are in jars on the class path.
    static final String NATIVES = "vestibule.natives";

    private static final String MAIN = "io.vestibule.clip.decoder.DecoderMain";
    private static final List<String> CLASSES =
            List.of(MAIN, "org.bytedeco.javacpp.Loader", "org.bytedeco.ffmpeg.global.avutil");

    /// The trust of this program is also that of its decoder process.
    private static final List<String> PASSED_ON = List.of(
            "javax.net.ssl.trustStore",
            "javax.net.ssl.trustStoreType",
            "javax.net.ssl.trustStorePassword",
            "java.io.tmpdir");

    private DecoderCommand() {}

    /// @throws ClipException if this program was built without libraries for this computer
    static List<String> create() throws ClipException {
        Set<String> parts = new LinkedHashSet<>();
        for (String name : CLASSES) {
            parts.add(codeOf(name));
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED"));
        Optional<String> natives = Optional.ofNullable(System.getProperty(NATIVES));
        if (natives.isPresent()) {
            command.add("-Dorg.bytedeco.javacpp.pathsFirst=true");
            command.add("-Djava.library.path=" + natives.get());
        } else {
            for (String library : LIBRARIES) {
                parts.add(jarOf(library));
            }
        }
        for (String property : PASSED_ON) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.add("-cp");
        command.add(String.join(File.pathSeparator, parts));
        command.add(MAIN);
        return command;
    }

    private static String codeOf(String name) throws ClipException {
        try {
            Class<?> found = Class.forName(name, false, DecoderCommand.class.getClassLoader());
            CodeSource source = found.getProtectionDomain().getCodeSource();
            if (source != null) {
                return Path.of(source.getLocation().toURI()).toString();
            }
        } catch (ClassNotFoundException | URISyntaxException e) {
            // As if there were no libraries.
        }
        throw new ClipException(DecodeFault.NO_LIBRARY, 0);
    }

    /// One library of each jar with natives.
    private static final List<String> LIBRARIES = List.of(
            "org/bytedeco/javacpp/" + platform() + "/" + System.mapLibraryName("jnijavacpp"),
            "org/bytedeco/ffmpeg/" + platform() + "/" + System.mapLibraryName("jniavutil"));

    private static String jarOf(String library) throws ClipException {
        @Nullable URL found = DecoderCommand.class.getClassLoader().getResource(library);
        try {
            if (found != null && found.openConnection() instanceof JarURLConnection jar) {
                return Path.of(URI.create(jar.getJarFileURL().toString())).toString();
            }
        } catch (IOException e) {
            // As if there were no libraries.
        }
        throw new ClipException(DecodeFault.NO_LIBRARY, 0);
    }

    /// As the jars name it.
    private static String platform() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macosx" : "linux";
        return system + (arm ? "-arm64" : "-x86_64");
    }
}
