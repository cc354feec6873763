import java.nio.file.Path;
import java.time.Instant;

/// One run of the packaging.
///
/// @param project the folder of the pom
/// @param version the pom's
/// @param stamp the time that everything inside is given, whenever it was built
record Build(Path project, String version, Instant stamp) {

    Build(Path project, String version, String stamp) {
        this(project.toAbsolutePath().normalize(), version, Instant.parse(stamp));
    }

    /// Three numbers: installers of all systems take nothing else.
    String release() {
        return version.replace("-SNAPSHOT", "");
    }

    Path source(String path) {
        return project.resolve(path);
    }

    Path work(String path) {
        return project.resolve("target").resolve("dist").resolve(path);
    }

    /// A file of `packaging` with its variables filled in.
    String filled(String text) {
        return text.replace("@version@", release()).replace("@project@", project.toString());
    }
}
