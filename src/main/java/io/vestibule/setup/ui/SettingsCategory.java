package io.vestibule.setup.ui;

/// The categories of the Settings screen, in their order.
public enum SettingsCategory {
    ORGANISATION,
    FACES,
    SERVICE,
    VMS,
    CAMERA,
    APPEARANCE,
    DATA
}
