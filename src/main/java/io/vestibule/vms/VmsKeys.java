package io.vestibule.vms;

import io.vestibule.settings.Setting;

/// Which VMS is used. The key itself lies in the vault.
public final class VmsKeys {

    /// Empty: the embedded VMS.
    public static final Setting<String> ADDRESS = Setting.text("vms.address", "");

    /// The name of the licence key in the vault.
    public static final String KEY_IN_VAULT = "vms-key";

    private VmsKeys() {}
}
