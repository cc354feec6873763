import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// .deb and .rpm from one tree of files. They are built by the distributions' own tools and not by jpackage, whose
/// packages install the desktop entry by a script that fails on a machine without a desktop: here every file belongs to
/// the package, there are no scripts, and uninstalling leaves nothing.
final class LinuxPackages {

    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);

    private final Build build;
    private final Path files;
    private final Path tree;

    LinuxPackages(Build build) {
        this.build = build;
        this.files = build.work("files");
        this.tree = build.work("tree");
    }

    void make() throws IOException, InterruptedException {
        var packages = build.work("packages");
        Folders.remove(tree, packages);
        Files.createDirectories(packages);
        plant();
        if (there("dpkg-deb")) {
            deb(packages);
        } else {
            System.out.println("No dpkg-deb here: no .deb was made.");
        }
        if (there("rpmbuild")) {
            rpm(packages);
        } else {
            System.out.println("No rpmbuild here: no .rpm was made.");
        }
    }

    private void plant() throws IOException, InterruptedException {
        var opt = Files.createDirectories(tree.resolve("opt"));
        run(Map.of(), "cp", "-a", build.work("image").resolve("vestibule").toString(), opt.toString());
        put(files.resolve("vestibule.desktop"), "usr/share/applications/io.vestibule.Vestibule.desktop");
        put(files.resolve("copyright"), "usr/share/doc/vestibule/copyright");
        put(files.resolve("vestibule.1"), "usr/share/man/man1/vestibule.1");
        put(build.source("CHANGELOG.md"), "usr/share/doc/vestibule/CHANGELOG.md");
        plantPages(build.source("src/site/markdown"));
        for (int size : ICONS) {
            put(
                    build.source("assets/icons/vestibule-" + size + ".png"),
                    "usr/share/icons/hicolor/" + size + "x" + size + "/apps/vestibule.png");
        }
        put(build.source("assets/icons/vestibule.svg"), "usr/share/icons/hicolor/scalable/apps/vestibule.svg");
        var link = tree.resolve("usr/bin/vestibule");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("../../opt/vestibule/bin/vestibule"));
    }

    /// The handbook and the guides, to be read without a network.
    private void plantPages(Path pages) throws IOException {
        try (var all = Files.walk(pages)) {
            for (var page : all.filter(Files::isRegularFile).toList()) {
                put(page, "usr/share/doc/vestibule/handbook/" + pages.relativize(page));
            }
        }
    }

    private void put(Path file, String place) throws IOException {
        var copy = tree.resolve(place);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }

    private void deb(Path packages) throws IOException, InterruptedException {
        var root = build.work("deb");
        Folders.remove(root);
        run(Map.of(), "cp", "-a", tree.toString(), root.toString());
        var control = Files.readString(files.resolve("control"))
                .replace("@architecture@", arm() ? "arm64" : "amd64")
                .replace("@kilobytes@", String.valueOf(kilobytes(root)));
        Files.createDirectories(root.resolve("DEBIAN"));
        Files.writeString(root.resolve("DEBIAN/control"), control);
        same(root);
        run(
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(build.stamp().getEpochSecond())),
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "--build",
                root.toString(),
                packages.resolve("vestibule_" + build.release() + "_" + (arm() ? "arm64" : "amd64") + ".deb")
                        .toString());
        Folders.remove(root);
    }

    private void rpm(Path packages) throws IOException, InterruptedException {
        same(tree);
        var top = build.work("rpm");
        Folders.remove(top);
        Files.createDirectories(top);
        run(
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(build.stamp().getEpochSecond())),
                "rpmbuild",
                "-bb",
                "--quiet",
                "--define", "_topdir " + top,
                "--define", "_rpmdir " + packages,
                "--define", "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm",
                "--define", "tree " + tree,
                files.resolve("vestibule.spec").toString());
    }

    /// The same time stamps and permissions, independent of who built it and when.
    private void same(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            for (var path : all.toList()) {
                if (Files.isSymbolicLink(path)) {
                    continue;
                }
                var run = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(run ? "rwxr-xr-x" : "rw-r--r--"));
                Files.setLastModifiedTime(path, FileTime.from(build.stamp()));
            }
        }
    }

    private static long kilobytes(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(path -> (path.toFile().length() + 1023) / 1024)
                    .sum();
        }
    }

    private static boolean arm() {
        return System.getProperty("os.arch").equals("aarch64");
    }

    private static boolean there(String tool) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(List.of(command))).inheritIO();
        process.environment().putAll(environment);
        if (process.start().waitFor() != 0) {
            throw new IOException(command[0] + " failed, see above");
        }
    }
}
