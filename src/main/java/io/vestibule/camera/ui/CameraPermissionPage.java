package io.vestibule.camera.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The page of the system's settings where programs are allowed to use the camera.
public final class CameraPermissionPage {

    private final List<String> command;

    private CameraPermissionPage(List<String> command) {
        this.command = command;
    }

    /// Empty where there is none: on Linux the rights of the account decide.
    ///
    /// @param system as in the property `os.name`
    public static Optional<CameraPermissionPage> of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(new CameraPermissionPage(List.of("explorer.exe", "ms-settings:privacy-webcam")));
        }
        if (name.startsWith("mac")) {
            return Optional.of(new CameraPermissionPage(
                    List.of("open", "x-apple.systempreferences:com.apple.preference.security?Privacy_Camera")));
        }
        return Optional.empty();
    }

    /// Does not wait until the page is open.
    public void open() throws IOException {
        new ProcessBuilder(command).start();
    }

    List<String> command() {
        return command;
    }
}
