package io.vestibule.camera;

import io.vestibule.camera.network.NetworkAddress;
import io.vestibule.settings.Setting;

/// Settings of the camera. The password of the network camera is in the vault, under [#PASSWORD].
public final class CameraKeys {

    public static final Setting<CameraSource> SOURCE = Setting.choice("camera.source", CameraSource.WEBCAM);

    /// Id of the webcam to try first; empty until one was chosen or has delivered a picture.
    public static final Setting<String> DEVICE = Setting.text("camera.device", "");

    /// Address of the network camera, without a login; empty if none is configured.
    public static final Setting<String> ADDRESS = Setting.text(
            "camera.address",
            "",
            text -> text.isEmpty() || NetworkAddress.parse(text).isPresent());

    /// User name at the network camera; empty if it requires none.
    public static final Setting<String> USER = Setting.text("camera.user", "");

    /// Whether an operator accepted that others on the network can see what the network camera sends.
    public static final Setting<Boolean> READABLE = Setting.flag("camera.readable-accepted", false);

    public static final Setting<String> FOLDER = Setting.text("camera.folder", "");

    /// Path of the recording that is played as a camera.
    public static final Setting<String> RECORDING = Setting.text("camera.recording", "");

    /// Name of the password in the vault.
    public static final String PASSWORD = "camera.password";

    private CameraKeys() {}
}
