import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// `mvn -Pdist package`: from the jars of one build to the packages that an administrator installs. Run by the `java`
/// launcher directly from its sources, so that `mvn verify` neither compiles nor needs it.
public final class Package {

    private Package() {}

    /// @param arguments the project's folder, its version, and the time of the build (ISO 8601, for reproducible files)
    public static void main(String[] arguments) throws Exception {
        var build = new Build(Path.of(arguments[0]), arguments[1], arguments[2]);
        var system = OperatingSystem.current();
        Folders.remove(build.work("input"), build.work("jmods"), build.work("files"), build.work("image"));
        new Natives(build, system).split();
        new StyleSheets(build).compile();
        Icons.write(build.source("assets/icons"), Files.createDirectories(build.work("files")));
        Folders.copy(build.source("packaging").resolve(system.folder()), build.work("files"), build::filled);
        new Notices(build).write();
        jpackage(image(build, system));
        new Training(build, system).train();
        switch (system) {
            case LINUX -> new LinuxPackages(build).make();
            case WINDOWS -> installers(build, "msi", "per-machine.options", "per-user.options");
            case MACOS -> installers(build, "dmg", "dmg.options");
        }
    }

    private static List<String> image(Build build, OperatingSystem system) {
        var options = new ArrayList<>(List.of("--type", "app-image"));
        options.addAll(List.of("--app-version", system.version(build.release())));
        options.addAll(List.of("--input", build.work("input").toString()));
        options.addAll(List.of("--main-jar", "vestibule-" + build.version() + ".jar"));
        options.addAll(List.of("--module-path", build.work("jmods").toString()));
        options.addAll(List.of("--resource-dir", build.work("files").toString()));
        options.addAll(List.of("--icon", build.work("files").resolve(system.icon()).toString()));
        options.addAll(List.of("--dest", build.work("image").toString()));
        options.add("@" + build.source("packaging/image.options"));
        options.add("@" + build.work("files").resolve("image.options"));
        return options;
    }

    /// One installer per options file, all from the same image.
    private static void installers(Build build, String type, String... optionFiles) throws IOException {
        for (var file : optionFiles) {
            var folder = build.work("packages").resolve(file.replace(".options", ""));
            Folders.remove(folder);
            jpackage(List.of(
                    "--type", type,
                    "--app-version", OperatingSystem.current().version(build.release()),
                    "--app-image", Folders.only(build.work("image")).toString(),
                    "--resource-dir", build.work("files").toString(),
                    "--dest", folder.toString(),
                    "@" + build.work("files").resolve(file)));
        }
    }

    private static void jpackage(List<String> options) {
        var tool = ToolProvider.findFirst("jpackage").orElseThrow(() -> new IllegalStateException("This JDK has no jpackage"));
        if (tool.run(System.out, System.err, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("jpackage failed, see above");
        }
    }
}
