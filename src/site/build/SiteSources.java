import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prepares the sources of the site for maven-site-plugin: `java src/site/build/SiteSources.java PROJECT TARGET`.
///
/// The documents are written for a reader of the repository, so their links lead from one file of it to another. The
/// site has other folders: this copies the documents to where the site has them, and changes the links that leave
/// `src/site/markdown`. README.md becomes the first page. Links to a Markdown file become links to its page, and
/// headings get the anchors that GitHub gives them, since the site's own are others.
void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path markdown = target.resolve("markdown");
    try (var files = Files.walk(project.resolve("src/site/markdown"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
            Path inside = project.resolve("src/site/markdown").relativize(file);
            write(markdown.resolve(inside), outward(Files.readString(file)));
        }
    }
    for (var page : PAGES.entrySet()) {
        write(markdown.resolve(page.getValue()), inward(Files.readString(project.resolve(page.getKey()))));
    }
    copy(project.resolve("src/site/site.xml"), target.resolve("site.xml"));
    for (String file : List.of("LICENSE", "NOTICE")) {
        copy(project.resolve(file), target.resolve("resources").resolve(file + ".txt"));
    }
    try (var files = Files.list(project.resolve("assets/screenshots"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
            copy(file, target.resolve("resources/assets/screenshots").resolve(file.getFileName()));
        }
    }
}

/// Documents of the root folder, and what they are called on the site.
private static final Map<String, String> PAGES = Map.of(
        "README.md", "index.md",
        "CONTRIBUTING.md", "contributing.md",
        "CHANGELOG.md", "changelog.md",
        "SECURITY.md", "security.md");

/// A link that begins with the way from `src/site/markdown`, or a folder below it, up to the root folder.
private static final Pattern OUTWARD = Pattern.compile("\\]\\(((?:\\.\\./)*)\\.\\./\\.\\./\\.\\./([^)#]+)");

/// A link of a document of the root folder.
private static final Pattern INWARD = Pattern.compile("\\]\\((?![a-z]+:|#)([^)#]+)");

private static String outward(String text) {
    return OUTWARD.matcher(text).replaceAll(link -> "](" + link.group(1) + onSite(link.group(2)));
}

private static String inward(String text) {
    return INWARD.matcher(text).replaceAll(link -> "](" + onSite(link.group(1)));
}

private static String onSite(String path) {
    return switch (path) {
        case "LICENSE", "NOTICE" -> path + ".txt";
        default -> PAGES.getOrDefault(path, path.replaceFirst("^src/site/markdown/", ""));
    };
}

private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, anchored(PAGE.matcher(text).replaceAll("]($1.html")));
}

/// A link to a Markdown file of this repository, up to the end of its path.
private static final Pattern PAGE = Pattern.compile("\\]\\((?![a-z]+:)([^)#]+)\\.md(?=[)#])");

private static final Pattern HEADING = Pattern.compile("(?m)^(#+) +(.*)$");

private static String anchored(String text) {
    return HEADING.matcher(text).replaceAll(heading -> Matcher.quoteReplacement(
            "<a id=\"" + anchor(heading.group(2)) + "\"></a>\n\n" + heading.group()));
}

private static String anchor(String heading) {
    return heading.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
            .replace(' ', '-');
}

private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
}
