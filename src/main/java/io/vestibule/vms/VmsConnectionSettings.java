package io.vestibule.vms;

import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import io.vestibule.settings.Vault;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Stores the VMS connection: the address in the settings, the key in the vault. The key is stored together
/// with the address that it belongs to, so that it is never sent to another address, whatever a crash or an
/// administrator does to the settings.
public final class VmsConnectionSettings {

    /// Empty for the embedded VMS.
    public static final Setting<String> ADDRESS = Setting.text("vms.address", "");

    /// Path of a file; empty for none.
    public static final Setting<String> CERTIFICATES = Setting.text("vms.certificates", "");

    /// Name of the secret in the vault.
    public static final String SECRET = "vms-key";
    private static final String BETWEEN = " ";

    private final Settings settings;
    private final Vault vault;

    public VmsConnectionSettings(Settings settings, Vault vault) {
        this.settings = settings;
        this.vault = vault;
    }

    /// The configured address; empty for the embedded VMS.
    ///
    /// @throws VmsException [VmsFailure.BadAddress] and the like, if the setting is not a valid address
    public Optional<VmsAddress> address() {
        return Optional.of(settings.get(ADDRESS))
                .filter(text -> !text.isBlank())
                .map(VmsAddress::parse);
    }

    /// Whether the administrator of the computer has locked the address.
    public boolean isLocked() {
        return settings.isLocked(ADDRESS);
    }

    /// Whether it is unknown which VMS was chosen, because the settings were damaged. None may be used then,
    /// not even the embedded one, until one is chosen again.
    public boolean isUndetermined() {
        return settings.isUncertain(ADDRESS);
    }

    /// The file of the company's own certificate authorities.
    ///
    /// @throws VmsException [VmsFailure.NoCertificates] if the setting is not a path
    public Optional<Path> certificates() {
        try {
            return Optional.of(settings.get(CERTIFICATES))
                    .filter(text -> !text.isBlank())
                    .map(text -> Path.of(text.strip()));
        } catch (InvalidPathException _) {
            throw new VmsException(new VmsFailure.NoCertificates());
        }
    }

    /// Whether the administrator of the computer has locked the file of certificate authorities.
    public boolean areCertificatesLocked() {
        return settings.isLocked(CERTIFICATES);
    }

    /// @param path empty for none
    /// @throws io.vestibule.settings.SettingsException if it is locked, or the settings cannot be written
    public void writeCertificates(String path) {
        settings.set(CERTIFICATES, path.strip());
    }

    /// The connection in use; empty for the embedded VMS.
    ///
    /// @throws VmsException [VmsFailure.Undetermined] if it is unknown which VMS was chosen
    /// @throws VmsException [VmsFailure.NoKey] if no key is stored for the address
    /// @throws SettingsException if the vault cannot be read
    public Optional<VmsConnection> read() {
        if (isUndetermined()) {
            throw new VmsException(new VmsFailure.Undetermined());
        }
        return address()
                .map(address -> vault.read(SECRET)
                        .flatMap(secret -> connection(address, secret))
                        .orElseThrow(() -> new VmsException(new VmsFailure.NoKey())));
    }

    /// @throws io.vestibule.settings.SettingsException if the address is locked to another one, or a file cannot be
    ///     written
    public void write(VmsConnection connection) {
        String address = connection.address().toString();
        String account = connection.id().account();
        String end = account.isEmpty() ? "" : BETWEEN + account;
        vault.write(SECRET, (address + BETWEEN + connection.key().reveal() + end).toCharArray());
        if (isUndetermined() || !address().equals(Optional.of(connection.address()))) {
            settings.set(ADDRESS, address);
        }
    }

    /// Switches back to the embedded VMS and deletes the key.
    ///
    /// @throws io.vestibule.settings.SettingsException if the address is locked, or a file cannot be written
    public void useEmbedded() {
        settings.set(ADDRESS, "");
        vault.delete(SECRET);
    }

    private static Optional<VmsConnection> connection(VmsAddress address, char[] secret) {
        String text = new String(secret);
        Arrays.fill(secret, '\0');
        String start = address + BETWEEN;
        if (!text.startsWith(start)) {
            return Optional.empty();
        }
        // Neither a key nor an account contains a space.
        String[] rest = text.substring(start.length()).split(BETWEEN, 2);
        VmsConnection connection = new VmsConnection(address, LicenceKey.of(rest[0]));
        return Optional.of(rest.length > 1 ? connection.withAccount(rest[1]) : connection);
    }
}
