package io.vestibule.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Checks of the packages of all systems that need no build: their files exist, can be parsed, and are consistent
/// with each other.
class PackagingTest {

    private static final Path PACKAGING = Path.of("packaging");
    private static final Pattern UPGRADE_CODE = Pattern.compile("--win-upgrade-uuid (\\S+)");

    /// The first bytes of every PNG.
    private static final long PNG = 0x89504E470D0A1A0AL;

    @Test
    void everySystemHasItsFiles() {
        assertThat(Stream.of(
                                "image.options",
                                "linux/image.options",
                                "linux/control",
                                "linux/copyright",
                                "linux/vestibule.1",
                                "linux/vestibule.desktop",
                                "linux/vestibule.spec",
                                "windows/image.options",
                                "windows/console.properties",
                                "windows/per-machine.options",
                                "windows/per-user.options",
                                "windows/overrides.wxi",
                                "macos/image.options",
                                "macos/dmg.options",
                                "macos/Info.plist",
                                "macos/Vestibule.entitlements")
                        .map(PACKAGING::resolve))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    /// The JavaFX tool writes three states of a selector in random order. For two there are two orders, of which the
    /// packaging chooses one.
    @Test
    void noSelectorHasMoreStatesThanCanBePackedTheSameEachTime() throws IOException {
        var sheet = Files.readString(Path.of("src/main/resources/io/vestibule/ui/app.css"));
        assertThat(sheet).doesNotContainPattern("(:[a-z-]+){3}");
    }

    @Test
    void noFileHasAVersionOfItsOwn() throws IOException {
        var pom = xml(Path.of("pom.xml"));
        var version = pom.getElementsByTagName("version").item(0).getTextContent();
        var release = version.replace("-SNAPSHOT", "");
        assertThat(release).as("Windows and macOS take three numbers").matches("\\d+\\.\\d+\\.\\d+");
        for (var file : files()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain(release);
        }
        for (var file : List.of("linux/control", "linux/vestibule.spec", "macos/Info.plist")) {
            assertThat(read(file)).as(file).contains("@version@");
        }
    }

    @Test
    void macAsksForTheCameraInWordsAndByRight() throws Exception {
        assertThat(keys(xml(PACKAGING.resolve("macos/Info.plist"))))
                .contains("NSCameraUsageDescription", "CFBundleShortVersionString", "CFBundleVersion");
        assertThat(keys(xml(PACKAGING.resolve("macos/Vestibule.entitlements"))))
                .contains("com.apple.security.device.camera", "com.apple.security.cs.allow-jit");
    }

    @Test
    void windowsHasTwoInstallersThatUpgradeThemselvesAlone() throws Exception {
        assertThat(xml(PACKAGING.resolve("windows/overrides.wxi"))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("Include");
        var codes = new ArrayList<UUID>();
        for (var file : List.of("windows/per-machine.options", "windows/per-user.options")) {
            var code = UPGRADE_CODE.matcher(read(file));
            assertThat(code.find()).as(file).isTrue();
            codes.add(UUID.fromString(code.group(1)));
        }
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(read("windows/per-user.options")).contains("--win-per-user-install");
        assertThat(read("windows/per-machine.options")).doesNotContain("--win-per-user-install");
        assertThat(read("windows/console.properties")).contains("win-console=true");
    }

    @Test
    void theRuntimeIsMadeOfModulesThatThereAre() throws IOException {
        var line = read("image.options")
                .lines()
                .filter(each -> each.startsWith("--add-modules "))
                .findFirst()
                .orElseThrow();
        assertThat(line.substring("--add-modules ".length()).split(","))
                .contains("javafx.controls", "jdk.localedata", "jdk.httpserver", "java.net.http")
                .filteredOn(module -> !module.startsWith("javafx."))
                .allMatch(module -> ModuleFinder.ofSystem().find(module).isPresent());
    }

    @Test
    void theDesktopEntryStartsWhatThePackageInstalls() throws IOException {
        assertThat(read("linux/vestibule.desktop").lines())
                .startsWith("[Desktop Entry]")
                .contains("Type=Application", "Exec=/opt/vestibule/bin/vestibule", "Icon=vestibule", "Terminal=false");
        assertThat(read("linux/control")).contains("libgtk-3-0 | libgtk-3-0t64");
    }

    @Test
    void thePackagesForLinuxBringAManPageTheHandbookAndTheChangelog(@TempDir Path folder) throws Exception {
        var classes = Files.createDirectory(folder.resolve("classes"));
        compile(classes);
        var project = Path.of("").toAbsolutePath();
        var tree = folder.resolve("target/dist/tree");
        Files.createDirectories(folder.resolve("target/dist/image/vestibule/bin"));
        Files.createDirectories(folder.resolve("target/dist/files"));
        for (var name : List.of("vestibule.desktop", "copyright", "vestibule.1")) {
            Files.copy(PACKAGING.resolve("linux").resolve(name), folder.resolve("target/dist/files/" + name));
        }
        for (var source : List.of("assets", "src", "CHANGELOG.md")) {
            Files.createSymbolicLink(folder.resolve(source), project.resolve(source));
        }
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var build = loader.loadClass("Build").getDeclaredConstructor(Path.class, String.class, String.class);
            build.setAccessible(true);
            var made = loader.loadClass("LinuxPackages").getDeclaredConstructor(loader.loadClass("Build"));
            made.setAccessible(true);
            var plant = loader.loadClass("LinuxPackages").getDeclaredMethod("plant");
            plant.setAccessible(true);
            plant.invoke(made.newInstance(build.newInstance(folder, "1.0.0", "2026-01-01T00:00:00Z")));
        }
        assertThat(tree.resolve("usr/share/man/man1/vestibule.1")).isNotEmptyFile();
        assertThat(tree.resolve("usr/share/doc/vestibule/CHANGELOG.md")).isNotEmptyFile();
        assertThat(tree.resolve("usr/share/doc/vestibule/handbook/reception.md"))
                .hasSameTextualContentAs(Path.of("src/site/markdown/reception.md"));
        assertThat(read("linux/vestibule.spec"))
                .contains("/usr/share/man/man1/vestibule.1", "/usr/share/doc/vestibule");
    }

    /// The desktop finds the entry of a window by its class, which JavaFX sets to the name of the main class.
    @Test
    void theWindowBelongsToTheDesktopEntry() throws IOException {
        assertThat(read("linux/vestibule.desktop").lines()).contains("StartupWMClass=" + Main.class.getName());
    }

    @Test
    void theManPageNamesEveryOption() throws IOException {
        var page = read("linux/vestibule.1").replace("\\-", "-");
        var source = Files.readString(Path.of("src/main/java/io/vestibule/app/Main.java"));
        var options =
                Pattern.compile("--[a-z][a-z-]+").matcher(source).results().map(found -> found.group());
        assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(page).contains(option));
    }

    @Test
    void thePackagingCompilesAndMakesIconsThatHoldEverySize(@TempDir Path folder) throws Exception {
        compile(folder);
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var write = loader.loadClass("Icons").getDeclaredMethod("write", Path.class, Path.class);
            write.setAccessible(true);
            write.invoke(null, Path.of("assets/icons"), folder);
        }
        var windows = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("vestibule.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(windows.getShort(4)).isEqualTo((short) 7);
        for (int i = 0; i < 7; i++) {
            int place = windows.getInt(6 + 16 * i + 12);
            assertThat(Long.reverseBytes(windows.getLong(place))).isEqualTo(PNG);
        }
        var mac = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("vestibule.icns")));
        assertThat(mac.getInt(4)).isEqualTo(mac.capacity());
        for (int place = 8; place < mac.capacity(); place += mac.getInt(place + 4)) {
            assertThat(mac.getLong(place + 8)).isEqualTo(PNG);
        }
    }

    private static void compile(Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var sources = Files.list(PACKAGING.resolve("build"))) {
            var units = files.getJavaFileObjectsFromPaths(sources.sorted().toList());
            var options = List.of("-proc:none", "-implicit:none", "-d", folder.toString());
            var problems = new StringWriter();
            assertThat(compiler.getTask(problems, files, null, options, null, units)
                            .call())
                    .as(problems.toString())
                    .isTrue();
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(PACKAGING)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(PACKAGING.resolve(file));
    }

    private static List<String> keys(Document plist) {
        var keys = plist.getElementsByTagName("key");
        return IntStream.range(0, keys.getLength())
                .mapToObj(i -> keys.item(i).getTextContent())
                .toList();
    }

    /// Parsed completely, without fetching the document type that it names.
    private static Document xml(Path file) throws IOException {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
            return builder.parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }
}
