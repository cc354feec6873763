package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.settings.Setting;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.support.Language;
import io.vestibule.support.LogLevel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Versions, language and log level of the program. Every operator may change them.
public final class AboutModel extends SettingsCardModel {

    private final SettingsFlow settings;
    private final Support support;
    private final Language started;

    /// What the card needs of the running program.
    ///
    /// @param versions names and versions, in display order
    /// @param log changes the log level from now on
    /// @param bundle writes the support bundle and returns its path; blocks
    public record Support(Map<String, String> versions, Consumer<LogLevel> log, Callable<Path> bundle) {}

    public AboutModel(SettingsFlow settings, Session session, SetupContext context, Support support) {
        super(context, session, Permission.ENROL);
        this.settings = settings;
        this.support = support;
        this.started = settings.get(AppKeys.LANGUAGE);
    }

    Map<String, String> versions() {
        return support.versions();
    }

    Language language() {
        return settings.get(AppKeys.LANGUAGE);
    }

    LogLevel log() {
        return settings.get(AppKeys.LOG);
    }

    boolean isLocked(Setting<?> setting) {
        return settings.isLocked(setting);
    }

    /// @param restart receives whether the change of language waits for the next start
    void choose(Language language, Consumer<Boolean> restart) {
        save(
                () -> {
                    settings.setPreference(AppKeys.LANGUAGE, language);
                    return language != started;
                },
                restart);
    }

    void choose(LogLevel level) {
        save(
                () -> {
                    settings.setPreference(AppKeys.LOG, level);
                    return level;
                },
                support.log());
    }

    void bundle(Consumer<Path> done) {
        clearStatus();
        work().run(
                        strings().text("setup.about.bundling"),
                        support.bundle(),
                        done,
                        wrong -> problem().set(words(wrong)));
    }
}
