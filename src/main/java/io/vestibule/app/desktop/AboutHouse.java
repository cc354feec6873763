package io.vestibule.app.desktop;

import io.vestibule.app.command.selfcheck.KnownSetting;
import io.vestibule.app.wiring.House;
import io.vestibule.settings.Settings;
import io.vestibule.setup.ui.AboutModel.Support;
import io.vestibule.support.LogFiles;
import io.vestibule.support.SupportBundle;
import io.vestibule.support.Versions;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the card about the program is given of the house.
final class AboutHouse {

    private static final int OPEN = 10_000;

    private AboutHouse() {}

    static Support support(House house) {
        var versions = Versions.all(house.engine().name());
        var cellar = house.cellar();
        return new Support(
                versions,
                LogFiles::level,
                () -> new SupportBundle(cellar.folder().path())
                        .with("versions.txt", versions)
                        .with("settings.txt", settings(cellar.settings()))
                        .with("counts.txt", counts(house))
                        .write(cellar.clock().instant()));
    }

    /// Of a text only whether it is set: it may be an address or a name.
    private static Map<String, String> settings(Settings settings) {
        var lines = new LinkedHashMap<String, String>();
        for (var known : KnownSetting.all()) {
            var setting = known.setting();
            var value = settings.get(setting);
            if (!value.equals(setting.usual())) {
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

    private static Map<String, String> counts(House house) {
        var lines = new LinkedHashMap<String, String>();
        var companies = house.cellar().people().companies().all();
        lines.put("companies", String.valueOf(companies.size()));
        lines.put(
                "people",
                String.valueOf(companies.stream()
                        .mapToLong(company -> house.cellar().people().persons().count(company.id()))
                        .sum()));
        var steps = house.cellar().journal().open(OPEN);
        lines.put("open steps", String.valueOf(steps.size()));
        for (var step : steps) {
            lines.merge(
                    "step " + step.kind() + " " + step.state(), "1", (a, b) -> String.valueOf(Integer.parseInt(a) + 1));
        }
        return lines;
    }
}
