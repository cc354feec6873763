import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// What the licences of the dependencies require to be redistributed: every licence and notice in a jar, and the
/// project's own. The runtime includes its own in `legal`.
final class Notices {

    private static final Pattern NOTICE =
            Pattern.compile("(META-INF/)?([\\w.-]*/)?(LICENSE|LICENCE|NOTICE|COPYING|THIRDPARTY|ThirdPartyNotices)[\\w.-]*");

    private final Build build;

    Notices(Build build) {
        this.build = build;
    }

    /// One file per text; jars with the same text share it.
    void write() throws IOException {
        var folder = Files.createDirectories(build.work("input").resolve("notices"));
        Files.copy(build.source("LICENSE"), folder.resolve("Vestibule-LICENSE.txt"));
        Files.copy(build.source("NOTICE"), folder.resolve("Vestibule-NOTICE.txt"));
        var texts = new TreeMap<String, StringBuilder>();
        for (var jar : Folders.files(build.work("jars"))) {
            read(jar, texts);
        }
        for (var jar : Folders.files(build.work("javafx"))) {
            read(jar, texts);
        }
        var all = new StringBuilder();
        texts.forEach((text, jars) ->
                all.append("==== ").append(jars).append("\n\n").append(text).append("\n\n"));
        Files.writeString(folder.resolve("third-party.txt"), all);
        var bom = build.project().resolve("target/bom.json");
        if (Files.exists(bom)) {
            Files.copy(bom, folder.resolve("vestibule.cdx.json"));
        }
    }

    private static void read(Path path, TreeMap<String, StringBuilder> texts) throws IOException {
        try (var jar = new ZipFile(path.toFile())) {
            for (var entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                var name = entry.getName();
                if (NOTICE.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).endsWith(".class")) {
                    var text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).strip();
                    var jars = texts.computeIfAbsent(text, _ -> new StringBuilder());
                    jars.append(jars.isEmpty() ? "" : ", ").append(path.getFileName()).append('/').append(name);
                }
            }
        }
    }
}
