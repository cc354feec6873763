package io.vestibule.app.command.selfcheck;

import io.vestibule.base.FileTree;
import io.vestibule.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Checks that the files of locked settings can be read and that all their values are valid.
public final class SettingsCheck {

    private SettingsCheck() {}

    public static String read(List<Path> lockingFiles) throws IOException {
        var none = Files.createTempDirectory("vestibule-settings");
        try {
            var settings = Settings.open(none.resolve("settings.json"), lockingFiles, Clock.systemUTC());
            var keys = DocumentedSetting.all().stream()
                    .map(DocumentedSetting::setting)
                    .toList();
            keys.forEach(settings::get);
            var problems = settings.problems();
            if (!problems.isEmpty()) {
                throw new SelfCheckReport.CheckFailedException(String.join(
                        ", ",
                        problems.stream()
                                .map(problem -> problem.code() + " " + problem.args())
                                .toList()));
            }
            var locked = keys.stream().filter(settings::isLocked).count();
            return keys.size() + " keys, " + locked + " locked";
        } finally {
            FileTree.delete(none);
        }
    }
}
