package io.vestibule.app.setup;

import io.vestibule.settings.Setting;
import io.vestibule.ui.Theme;

/// Settings of the program as a whole.
public final class AppKeys {

    public static final Setting<Theme.Choice> THEME = Setting.choice("app.theme", Theme.Choice.SYSTEM);

    private AppKeys() {}
}
