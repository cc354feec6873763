package io.vestibule.setup;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.camera.CameraDevice;
import io.vestibule.camera.CameraKeys;
import io.vestibule.camera.CameraSource;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.capture.CapturePlan;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Vault;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Reads and saves the camera settings. Every method but [#get] and [#isLocked] blocks; all that change something
/// need [Permission#MANAGE_SETTINGS].
public final class CameraFlow {

    private final SettingsFlow settings;
    private final Supplier<Vault> vault;
    private final Session session;
    private final Supplier<List<CameraDevice>> webcams;

    /// @param webcams that are connected now; blocks
    public CameraFlow(
            SettingsFlow settings, Supplier<Vault> vault, Session session, Supplier<List<CameraDevice>> webcams) {
        this.settings = settings;
        this.vault = vault;
        this.session = session;
        this.webcams = webcams;
    }

    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    public boolean isLocked(Setting<?> setting) {
        return settings.isLocked(setting);
    }

    public List<CameraDevice> webcams() {
        return webcams.get();
    }

    public CameraSource choose(CameraSource source) {
        return saveSetting(CameraKeys.SOURCE, source);
    }

    public String useWebcam(String id) {
        return saveSetting(CameraKeys.DEVICE, id);
    }

    public String useFolder(String folder) {
        return saveSetting(CameraKeys.FOLDER, folder);
    }

    public String useRecording(String file) {
        return saveSetting(CameraKeys.RECORDING, file);
    }

    public CapturePlan choosePlan(CapturePlan plan) {
        return saveSetting(CaptureKeys.PLAN, plan);
    }

    public boolean sound(boolean on) {
        return saveSetting(CaptureKeys.SOUND, on);
    }

    /// @param password empty to keep the saved one; wiped after use. Without a user name no password is saved
    /// @param readable whether the operator accepted that others on the network can read the traffic
    public boolean useNetwork(String address, String user, char[] password, boolean readable) {
        session.require(Permission.MANAGE_SETTINGS);
        try {
            if (user.isEmpty()) {
                deletePassword();
            } else if (password.length > 0) {
                settings.changeSecret(CameraKeys.PASSWORD, () -> vault.get().write(CameraKeys.PASSWORD, password));
            }
        } finally {
            Arrays.fill(password, ' ');
        }
        saveSetting(CameraKeys.USER, user);
        saveSetting(CameraKeys.READABLE, readable);
        saveSetting(CameraKeys.ADDRESS, address);
        return true;
    }

    private void deletePassword() {
        var kept = vault.get().read(CameraKeys.PASSWORD);
        kept.ifPresent(password -> {
            Arrays.fill(password, ' ');
            settings.changeSecret(CameraKeys.PASSWORD, () -> vault.get().delete(CameraKeys.PASSWORD));
        });
    }

    private <T> T saveSetting(Setting<T> setting, T value) {
        settings.set(setting, value);
        return value;
    }
}
