package io.vestibule.app.desktop;

import io.vestibule.app.command.selfcheck.DocumentedSetting;
import io.vestibule.app.wiring.Application;
import io.vestibule.settings.Settings;
import io.vestibule.setup.ui.AboutModel.Support;
import io.vestibule.support.LogFiles;
import io.vestibule.support.SupportBundle;
import io.vestibule.support.Versions;
import java.util.LinkedHashMap;
import java.util.Map;

/// Supplies the About card with data of the application.
final class SupportAdapter {

    private static final int OPEN = 10_000;

    private SupportAdapter() {}

    static Support support(Application application) {
        var versions = Versions.all(application.engine().name());
        var storage = application.storage();
        return new Support(
                versions,
                LogFiles::setLevel,
                () -> new SupportBundle(storage.folder().path())
                        .with("versions.txt", versions)
                        .with("settings.txt", settings(storage.settings()))
                        .with("counts.txt", counts(application))
                        .write(storage.clock().instant()));
    }

    /// Of a text setting only whether it is set: it may be an address or a name.
    private static Map<String, String> settings(Settings settings) {
        var lines = new LinkedHashMap<String, String>();
        for (var known : DocumentedSetting.all()) {
            var setting = known.setting();
            var value = settings.get(setting);
            if (!value.equals(setting.defaultValue())) {
                lines.put(
                        setting.key(),
                        (value instanceof Number || value instanceof Boolean || value instanceof Enum<?>
                                        ? value.toString()
                                        : "set")
                                + (settings.isLocked(setting) ? " (locked)" : ""));
            }
        }
        return lines;
    }

    private static Map<String, String> counts(Application application) {
        var lines = new LinkedHashMap<String, String>();
        var companies = application.storage().peopleOfAll().companies().all();
        lines.put("companies", String.valueOf(companies.size()));
        lines.put(
                "people",
                String.valueOf(companies.stream()
                        .mapToLong(company ->
                                application.storage().peopleOfAll().persons().count(company.id()))
                        .sum()));
        lines.putAll(application.dataCheck().counts());
        var steps = application.storage().journalOfAll().openSteps(OPEN);
        lines.put("open steps", String.valueOf(steps.size()));
        for (var step : steps) {
            lines.merge(
                    "step " + step.kind() + " " + step.state(), "1", (a, b) -> String.valueOf(Integer.parseInt(a) + 1));
        }
        return lines;
    }
}
