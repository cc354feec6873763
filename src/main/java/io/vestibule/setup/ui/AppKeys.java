package io.vestibule.setup.ui;

import io.vestibule.settings.Setting;
import io.vestibule.support.Language;
import io.vestibule.support.LogLevel;
import io.vestibule.ui.TextSize;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.WindowBounds;

/// Settings of the program as a whole.
public final class AppKeys {

    public static final Setting<Theme.Choice> THEME = Setting.choice("app.theme", Theme.Choice.SYSTEM);

    /// How large text and controls are shown.
    public static final Setting<TextSize> TEXT_SIZE = Setting.choice("app.text-size", TextSize.SYSTEM);

    /// The language of the window, from the next start on.
    public static final Setting<Language> LANGUAGE = Setting.choice("app.language", Language.SYSTEM);

    /// The log level.
    public static final Setting<LogLevel> LOG = Setting.choice("app.log", LogLevel.USUAL);

    /// The bounds of the window when it was closed, see [WindowBounds#text].
    public static final Setting<String> WINDOW = Setting.text(
            "app.window",
            WindowBounds.DEFAULT.text(),
            text -> WindowBounds.of(text).isPresent());

    private AppKeys() {}
}
