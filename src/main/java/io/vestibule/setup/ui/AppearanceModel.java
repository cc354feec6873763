package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.ui.Theme;

/// Light or dark theme. Every operator may change it.
final class AppearanceModel extends SettingsCardModel {

    private final SettingsFlow settings;
    private final Theme theme;

    AppearanceModel(SettingsFlow settings, Theme theme, Session session, SetupContext context) {
        super(context, session, Permission.ENROL);
        this.settings = settings;
        this.theme = theme;
    }

    Theme.Choice chosen() {
        return settings.get(AppKeys.THEME);
    }

    boolean isLocked() {
        return settings.isLocked(AppKeys.THEME);
    }

    /// Applies the theme at once and saves it; reverts to the old one where it cannot be saved.
    void choose(Theme.Choice choice) {
        Theme.Choice before = chosen();
        if (choice == before) {
            return;
        }
        theme.choiceProperty().set(choice);
        save(
                () -> {
                    settings.setPreference(AppKeys.THEME, choice);
                    return choice;
                },
                _ -> {},
                words -> {
                    theme.choiceProperty().set(before);
                    problem().set(words);
                });
    }
}
