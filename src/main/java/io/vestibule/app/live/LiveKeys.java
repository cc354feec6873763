package io.vestibule.app.live;

import io.vestibule.check.capture.CapturePlan;
import io.vestibule.settings.Setting;

/// How live capture goes.
public final class LiveKeys {

    public static final Setting<CapturePlan> PLAN = Setting.choice("live.plan", CapturePlan.STANDARD);

    /// A short tone with each photo.
    public static final Setting<Boolean> SOUND = Setting.flag("live.sound", false);

    private LiveKeys() {}
}
