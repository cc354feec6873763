package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.settings.Setting;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.ui.TextSize;
import io.vestibule.ui.Theme;
import javafx.beans.property.ObjectProperty;

/// Light or dark theme, and the text size. Every operator may change them.
final class AppearanceModel extends SettingsCardModel {

    private final SettingsFlow settings;
    private final Theme theme;

    AppearanceModel(SettingsFlow settings, Theme theme, Session session, SetupContext context) {
        super(context, session, Permission.ENROL);
        this.settings = settings;
        this.theme = theme;
    }

    <T> T chosen(Setting<T> setting) {
        return settings.get(setting);
    }

    boolean isLocked(Setting<?> setting) {
        return settings.isLocked(setting);
    }

    void choose(Theme.Choice choice) {
        choose(AppKeys.THEME, choice, theme.choiceProperty());
    }

    void choose(TextSize size) {
        choose(AppKeys.TEXT_SIZE, size, theme.textSizeProperty());
    }

    /// Applies the choice at once and saves it; reverts to the old one where it cannot be saved.
    private <T> void choose(Setting<T> setting, T choice, ObjectProperty<T> shown) {
        T before = settings.get(setting);
        if (choice.equals(before)) {
            return;
        }
        shown.set(choice);
        save(
                () -> {
                    settings.setPreference(setting, choice);
                    return choice;
                },
                _ -> {},
                words -> {
                    shown.set(before);
                    problem().set(words);
                });
    }
}
