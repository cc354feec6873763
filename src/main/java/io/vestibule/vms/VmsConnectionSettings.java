package io.vestibule.vms;

import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import io.vestibule.settings.Vault;
import java.util.Arrays;
import java.util.Optional;

/// Remembers which VMS is used: its address in the settings, its key in the vault. The key is kept together with
/// the address that it is for, so that it is never sent to another one, whatever a crash or an administrator does
/// to the settings.
public final class VmsConnectionSettings {

    /// Empty: the embedded VMS.
    public static final Setting<String> ADDRESS = Setting.text("vms.address", "");

    private static final String SECRET = "vms-key";
    private static final String BETWEEN = " ";

    private final Settings settings;
    private final Vault vault;

    public VmsConnectionSettings(Settings settings, Vault vault) {
        this.settings = settings;
        this.vault = vault;
    }

    /// The address that was chosen; empty for the embedded VMS.
    ///
    /// @throws VmsException [VmsFailure.BadAddress] and the like, if the settings hold something else
    public Optional<VmsAddress> address() {
        return Optional.of(settings.get(ADDRESS))
                .filter(text -> !text.isBlank())
                .map(VmsAddress::parse);
    }

    /// Whether the machine's administrator has fixed the address.
    public boolean isLocked() {
        return settings.isLocked(ADDRESS);
    }

    /// The connection in use; empty for the embedded VMS.
    ///
    /// @throws VmsException [VmsFailure.NoKey] if there is no key for the address
    /// @throws io.vestibule.settings.SettingsException if the vault cannot be read
    public Optional<VmsConnection> read() {
        return address()
                .map(address -> vault.read(SECRET)
                        .flatMap(secret -> key(address, secret))
                        .map(key -> new VmsConnection(address, key))
                        .orElseThrow(() -> new VmsException(new VmsFailure.NoKey())));
    }

    /// @throws io.vestibule.settings.SettingsException if the address is locked to another one, or a file cannot be written
    public void write(VmsConnection connection) {
        String address = connection.address().toString();
        vault.write(SECRET, (address + BETWEEN + connection.key().reveal()).toCharArray());
        if (!address().equals(Optional.of(connection.address()))) {
            settings.set(ADDRESS, address);
        }
    }

    /// Goes back to the embedded VMS and forgets the key.
    ///
    /// @throws io.vestibule.settings.SettingsException if the address is locked, or a file cannot be written
    public void useEmbedded() {
        settings.set(ADDRESS, "");
        vault.delete(SECRET);
    }

    private static Optional<LicenceKey> key(VmsAddress address, char[] secret) {
        String text = new String(secret);
        Arrays.fill(secret, '\0');
        String start = address + BETWEEN;
        return text.startsWith(start) ? Optional.of(LicenceKey.of(text.substring(start.length()))) : Optional.empty();
    }
}
