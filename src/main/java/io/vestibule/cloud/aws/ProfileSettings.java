package io.vestibule.cloud.aws;

import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import io.vestibule.settings.Vault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Stores the connection profile. The password of a proxy is stored in the vault together with the address that it
/// belongs to, so that it is never sent to another one; there is no AWS secret to store.
public final class ProfileSettings {

    public static final Setting<CredentialKind> KIND = Setting.choice("cloud.access", CredentialKind.EMBEDDED);
    public static final Setting<String> NAME = Setting.text("cloud.profile-name", "default", ProfileSettings::isName);
    public static final Setting<String> COMMAND = Setting.text("cloud.credential-process", "");
    public static final Setting<String> ROLE = optional("cloud.role", ProfileSettings::isRole);
    public static final Setting<String> EXTERNAL_ID = Setting.text("cloud.external-id", "");
    public static final Setting<String> REGION = Setting.text("cloud.region", "eu-central-1", Endpoint::isRegion);
    public static final Setting<String> FACES = optional("cloud.endpoint.rekognition", Endpoint::isServiceAddress);
    public static final Setting<String> PHOTOS = optional("cloud.endpoint.s3", Endpoint::isServiceAddress);
    public static final Setting<String> ROLES = optional("cloud.endpoint.sts", Endpoint::isServiceAddress);
    public static final Setting<String> PROXY = optional("cloud.proxy", Endpoint::isAddress);
    public static final Setting<String> PROXY_NAME = Setting.text("cloud.proxy-name", "");
    public static final Setting<String> CERTIFICATES = Setting.text("cloud.certificates", "");
    public static final Setting<String> BUCKET = optional("cloud.bucket", Storage::isBucket);
    public static final Setting<String> PREFIX = Setting.text("cloud.prefix", "", Storage::isTypedPrefix);

    /// Whether photos are encrypted with a KMS key of the account.
    public static final Setting<Boolean> BY_KEY = Setting.flag("cloud.encrypt-by-key", false);

    public static final Setting<String> KEY = Setting.text("cloud.key", "");

    /// The AWS connection that was used before, in the format of [ProfileForm#toTexts]: its bucket may still
    /// contain photos.
    public static final Setting<List<String>> PREVIOUS = Setting.texts("cloud.before");

    private static final List<Setting<?>> ALL = List.of(
            KIND,
            NAME,
            COMMAND,
            ROLE,
            EXTERNAL_ID,
            REGION,
            FACES,
            PHOTOS,
            ROLES,
            PROXY,
            PROXY_NAME,
            CERTIFICATES,
            BUCKET,
            PREFIX,
            BY_KEY,
            KEY);

    /// Name of the secret in the vault.
    public static final String SECRET = "proxy-password";
    private static final String BETWEEN = " ";

    private final Settings settings;
    private final Vault vault;

    public ProfileSettings(Settings settings, Vault vault) {
        this.settings = settings;
        this.vault = vault;
    }

    public static boolean isName(String text) {
        return text.matches("[^\\s\\[\\]]{1,100}");
    }

    public static boolean isRole(String text) {
        return text.matches("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}");
    }

    public CredentialKind kind() {
        return settings.get(KIND);
    }

    /// Whether the administrator of the computer has locked any of the settings.
    public boolean isLocked() {
        return ALL.stream().anyMatch(settings::isLocked);
    }

    /// Whether it is unknown which service was chosen, because the settings were damaged. No service may be
    /// used then, not even the embedded engine, until one is chosen again.
    public boolean isUndetermined() {
        return settings.isUncertain(KIND)
                || (kind() != CredentialKind.EMBEDDED && ALL.stream().anyMatch(settings::isUncertain));
    }

    /// The profile in use; empty for the embedded engine.
    ///
    /// @throws io.vestibule.cloud.CloudException `cloud.profile-incomplete` if AWS is selected and a required
    ///     setting is missing
    /// @throws SettingsException if the vault cannot be read
    public Optional<Profile> read() {
        return kind() == CredentialKind.EMBEDDED ? Optional.empty() : Optional.of(form().toProfile(proxyPassword()));
    }

    /// The current settings, whether in use or not.
    public ProfileForm form() {
        return new ProfileForm(
                kind(),
                new ProfileForm.CredentialFields(get(NAME), get(COMMAND), get(ROLE), get(EXTERNAL_ID)),
                new ProfileForm.EndpointFields(get(REGION), get(FACES), get(PHOTOS), get(ROLES)),
                new ProfileForm.ProxyFields(get(PROXY), get(PROXY_NAME), get(CERTIFICATES)),
                new ProfileForm.StorageFields(get(BUCKET), get(PREFIX), settings.get(BY_KEY), get(KEY)));
    }

    /// The profile that was in use before the last change, if that was AWS.
    public Optional<ProfileForm> previous() {
        return ProfileForm.fromTexts(settings.get(PREVIOUS));
    }

    private void savePrevious() {
        if (kind() != CredentialKind.EMBEDDED) {
            set(PREVIOUS, form().toTexts());
        }
    }

    /// The password of the current proxy; empty if none is stored for it.
    public String proxyPassword() {
        String start = get(PROXY) + BETWEEN;
        return vault.read(SECRET)
                .map(secret -> {
                    String text = new String(secret);
                    Arrays.fill(secret, '\0');
                    return text.startsWith(start) ? text.substring(start.length()) : "";
                })
                .orElse("");
    }

    /// @param password of the proxy; empty for none
    /// @throws SettingsException if a setting is locked to another value, or a file cannot be written
    public void write(ProfileForm profileForm, String password) {
        if (!profileForm.equals(form())) {
            savePrevious();
        }
        if (password.isEmpty()) {
            vault.delete(SECRET);
        } else {
            vault.write(SECRET, (profileForm.network().proxy() + BETWEEN + password).toCharArray());
        }
        set(NAME, profileForm.credentials().name());
        set(COMMAND, profileForm.credentials().command());
        set(ROLE, profileForm.credentials().role());
        set(EXTERNAL_ID, profileForm.credentials().externalId());
        set(REGION, profileForm.endpoint().region());
        set(FACES, profileForm.endpoint().faces());
        set(PHOTOS, profileForm.endpoint().photos());
        set(ROLES, profileForm.endpoint().roles());
        set(PROXY, profileForm.network().proxy());
        set(PROXY_NAME, profileForm.network().proxyName());
        set(CERTIFICATES, profileForm.network().certificates());
        set(BUCKET, profileForm.storage().bucket());
        set(PREFIX, profileForm.storage().prefix());
        set(BY_KEY, profileForm.storage().byKey());
        set(KEY, profileForm.storage().key());
        set(KIND, profileForm.kind());
    }

    /// Switches back to the embedded engine. The settings remain stored for later use.
    public void useEmbedded() {
        savePrevious();
        set(KIND, CredentialKind.EMBEDDED);
    }

    private String get(Setting<String> setting) {
        return settings.get(setting);
    }

    private <T> void set(Setting<T> setting, T value) {
        if (settings.isUncertain(setting) || !settings.get(setting).equals(value)) {
            settings.set(setting, value);
        }
    }

    private static Setting<String> optional(String key, Predicate<String> valid) {
        return Setting.text(key, "", text -> text.isEmpty() || valid.test(text));
    }

    static Optional<URI> address(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty()).map(URI::create);
    }

    static Optional<Path> file(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty()).map(Path::of);
    }
}
