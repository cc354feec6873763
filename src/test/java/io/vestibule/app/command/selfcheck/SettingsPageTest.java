package io.vestibule.app.command.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vestibule.settings.Setting;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Compares the reference page of all keys with the code. `mvn test -Dtest=SettingsPageTest -Dvestibule.write=true`
/// regenerates it.
class SettingsPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/settings.md");
    private static final String BEGIN = "<!-- all keys, written by SettingsPageTest -->\n";

    @Test
    void thePageHasEveryKeyAsTheCodeHasIt() throws IOException {
        var page = Files.readString(PAGE);
        var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var current = head + table();
        if (Boolean.getBoolean("vestibule.write")) {
            Files.writeString(PAGE, current);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(current);
    }

    @Test
    void everySettingThatAPackageDeclaresIsDocumented() throws ReflectiveOperationException {
        var known = DocumentedSetting.all().stream()
                .map(each -> each.setting().key())
                .collect(Collectors.toSet());
        assertThat(declared()).isNotEmpty().isSubsetOf(known);
    }

    private static List<String> declared() throws ReflectiveOperationException {
        var keys = new ArrayList<String>();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.vestibule");
        for (var each : classes) {
            for (var field : each.getFields()) {
                if (field.getRawType().isEquivalentTo(Setting.class)
                        && Modifier.isStatic(field.reflect().getModifiers())) {
                    var constant = field.reflect();
                    constant.setAccessible(true);
                    keys.add(((Setting<?>) constant.get(null)).key());
                }
            }
        }
        return keys;
    }

    private static String table() {
        var rows = DocumentedSetting.all().stream().map(SettingsPageTest::row).collect(Collectors.joining());
        return "\n| key | accepts | default | unit | what it decides |\n|---|---|---|---|---|\n" + rows;
    }

    private static String row(DocumentedSetting known) {
        var setting = known.setting();
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(setting.key(), setting.accepts(), usual(setting), setting.unit(), known.description())
                .replace(System.lineSeparator(), "\n");
    }

    private static <T> String usual(Setting<T> setting) {
        var raw = setting.codec().write().apply(setting.defaultValue());
        return raw.equals("") ? "empty" : "`" + raw + "`";
    }
}
