package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Role;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.camera.ui.StillPane;
import io.vestibule.inspect.ui.PhotoViewer;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.KeyHint;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.KeysPane;
import io.vestibule.ui.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of all shortcuts is what F1 lists, and no other page names a key that F1 does not list.
/// `mvn test -Dtest=KeysPageTest -Dvestibule.write=true` regenerates it.
class KeysPageTest extends FxTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Path PAGE = PAGES.resolve("keys.md");
    private static final Pattern KEY = Pattern.compile("<kbd>([^<]+)</kbd>");
    private static final String HEAD = """
            # Shortcuts

            <kbd>F1</kbd> shows the keys of the screen that is open; this page has all of them. `KeysPageTest` writes it from the same lists.
            On macOS, <kbd>Ctrl</kbd> is the command key.
            """;

    @TempDir
    Path folder;

    /// One line of the page.
    private record Row(String keys, String words) {}

    @Test
    void thePageListsWhatF1ListsAndEveryKeyOfThePagesIsThere() throws IOException {
        var sections = sections();
        var current = HEAD
                + sections.entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("vestibule.write")) {
            Files.writeString(PAGE, current);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(current);

        var listed = sections.values().stream()
                .flatMap(rows -> rows.keySet().stream())
                .map(Row::keys)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        listed.add("Ctrl"); // as a word on the page itself
        try (var pages = Files.walk(PAGES)) {
            for (var page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                assertThat(keysIn(page)).as(page.toString()).isSubsetOf(listed);
            }
        }
    }

    private static Set<String> keysIn(Path page) throws IOException {
        return KEY.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Map<String, Map<Row, Role>> sections() {
        var strings = Strings.load(Locale.ENGLISH, ScreenContext.BUNDLES);
        var sections = new LinkedHashMap<String, Map<Row, Role>>();
        try (var application = TestApplication.furnished(folder)) {
            application.storage().settings().set(CameraKeys.SOURCE, CameraSource.SAMPLE);
            var operators = application.storage().operators();
            var all = new EnumMap<Role, Operator>(Role.class);
            for (var role : Role.values()) {
                all.put(role, operators.add(role.name(), role));
            }
            for (var role : Role.values()) {
                operators.signIn(Objects.requireNonNull(all.get(role)).id());
                for (var group : groups(application, strings)) {
                    var rows = sections.computeIfAbsent(group.title(), _ -> new LinkedHashMap<>());
                    group.hints().forEach(hint -> rows.putIfAbsent(row(hint), role));
                }
            }
        }
        var everywhere = Objects.requireNonNull(sections.remove(strings.text("ui.shell.keys.everywhere")));
        sections.put("Enlarged photo", rows(PhotoViewer.keys(strings)));
        sections.put("Camera that takes one photo", rows(StillPane.keys(strings)));
        var ordered = new LinkedHashMap<String, Map<Row, Role>>();
        ordered.put("Everywhere", everywhere);
        ordered.putAll(sections);
        return ordered;
    }

    private List<KeysPane.Group> groups(Application application, Strings strings) {
        var shell = onFx(() -> {
            var context = ScreenContext.of(this::stage, Theme.Choice.LIGHT);
            var english = new ScreenContext(
                    strings, context.theme(), context.work(), context.files(), context.banners(), context.overlay());
            var factory = new ScreenFactory(application, english);
            var made = new Shell(strings, factory.screens(), english.banners(), english.overlay());
            factory.connect(made::open, made::refresh);
            return made;
        });
        var groups = new ArrayList<KeysPane.Group>();
        for (var screen : shell.screens()) {
            doOnFx(() -> shell.open(screen));
            groups.addAll(onFx(shell::shortcuts));
        }
        doOnFx(() -> shell.open("settings"));
        return groups;
    }

    private static Map<Row, Role> rows(List<KeyHint> hints) {
        var rows = new LinkedHashMap<Row, Role>();
        hints.forEach(hint -> rows.put(row(hint), Role.RECEPTION));
        return rows;
    }

    private static Row row(KeyHint hint) {
        return new Row(hint.keys(), hint.words());
    }

    private static String section(String title, Map<Row, Role> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        var lines = rows.entrySet().stream()
                .map(row -> "| <kbd>" + row.getKey().keys() + "</kbd> | "
                        + row.getKey().words() + " | " + who(row.getValue()) + " |\n")
                .collect(Collectors.joining());
        return "\n## " + title + "\n\n| key | what it does | who |\n|---|---|---|\n" + lines;
    }

    private static String who(Role least) {
        return switch (least) {
            case RECEPTION -> "everybody";
            case MANAGER -> "managers, administrators";
            case ADMINISTRATOR -> "administrators";
        };
    }
}
