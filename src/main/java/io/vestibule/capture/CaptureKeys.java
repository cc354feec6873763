package io.vestibule.capture;

import io.vestibule.settings.Setting;

/// Settings of live capture.
public final class CaptureKeys {

    public static final Setting<CapturePlan> PLAN = Setting.choice("live.plan", CapturePlan.STANDARD);

    /// A short tone with each photo.
    public static final Setting<Boolean> SOUND = Setting.flag("live.sound", false);

    private CaptureKeys() {}
}
