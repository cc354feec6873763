import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Adds the program's style sheet to its jar a second time, in the binary form that JavaFX reads without parsing.
/// JavaFX uses `app.bss` where it lies beside `app.css`; the tool that writes it is JavaFX's own.
final class StyleSheets {

    private static final String SHEET = "io/vestibule/ui/app.css";
    private static final String TOOL = "com.sun.javafx.css.parser.Css2Bin";

    /// With this number of runs, one in half a million builds sees one form only.
    private static final int RUNS = 20;

    private final Build build;

    StyleSheets(Build build) {
        this.build = build;
    }

    void compile() throws IOException, InterruptedException {
        var jar = build.work("input").resolve("vestibule-" + build.version() + ".jar");
        var work = Files.createDirectories(build.work("style"));
        var compiled = work.resolve("app.bss");
        try (var zip = new ZipFile(jar.toFile());
                var in = zip.getInputStream(zip.getEntry(SHEET))) {
            Files.copy(in, work.resolve("app.css"), StandardCopyOption.REPLACE_EXISTING);
        }
        add(jar, work.resolve("with.jar"), lesser(work.resolve("app.css"), compiled));
    }

    /// JavaFX writes the two states of a selector in random order, different in each run of the tool. The
    /// lexicographically smaller of both forms is used, so that it is the same in each build.
    private byte[] lesser(Path from, Path to) throws IOException, InterruptedException {
        var forms = new TreeSet<byte[]>(Arrays::compare);
        for (int run = 0; run < RUNS && forms.size() < 2; run++) {
            Files.deleteIfExists(to);
            run(from, to);
            forms.add(Files.readAllBytes(to));
        }
        return forms.first();
    }

    private void run(Path from, Path to) throws IOException, InterruptedException {
        var javafx = Folders.files(build.work("javafx")).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-cp", javafx, TOOL, from.toString(), to.toString());
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0 || !Files.isRegularFile(to)) {
            throw new IOException("JavaFX did not read " + from);
        }
    }

    private void add(Path jar, Path copy, byte[] compiled) throws IOException {
        try (var zip = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    Jars.put(out, entry.getName(), in, build.stamp());
                }
            }
            Jars.put(out, SHEET.replace(".css", ".bss"), new ByteArrayInputStream(compiled), build.stamp());
        }
        Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
