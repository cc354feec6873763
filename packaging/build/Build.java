import java.nio.file.Path;
import java.time.Instant;

/// One packaging run.
///
/// @param project the folder of the pom
/// @param version from the pom
/// @param stamp the time stamp of all packaged files, independent of the time of the build
record Build(Path project, String version, Instant stamp) {

    Build(Path project, String version, String stamp) {
        this(project.toAbsolutePath().normalize(), version, Instant.parse(stamp));
    }

    /// Three numbers: the only form that the installers of all systems accept.
    String release() {
        return version.replace("-SNAPSHOT", "");
    }

    Path source(String path) {
        return project.resolve(path);
    }

    Path work(String path) {
        return project.resolve("target").resolve("dist").resolve(path);
    }

    /// Replaces the variables in a text of `packaging`.
    String filled(String text) {
        return text.replace("@version@", release()).replace("@project@", project.toString());
    }
}
