package io.vestibule.setup.ui.cloud;

import io.vestibule.cloud.aws.CredentialKind;
import io.vestibule.cloud.aws.ProfileForm;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The connection form as typed.
final class CloudFields {

    final ObjectProperty<CredentialKind> kind = new SimpleObjectProperty<>(this, "kind", CredentialKind.PROFILE);
    final StringProperty name = field("name");
    final StringProperty command = field("command");
    final StringProperty role = field("role");
    final StringProperty externalId = field("externalId");
    final StringProperty region = field("region");
    final StringProperty faces = field("faces");
    final StringProperty photos = field("photos");
    final StringProperty roles = field("roles");
    final StringProperty proxy = field("proxy");
    final StringProperty proxyName = field("proxyName");
    final StringProperty proxyPassword = field("proxyPassword");
    final StringProperty certificates = field("certificates");
    final StringProperty bucket = field("bucket");
    final StringProperty prefix = field("prefix");
    final BooleanProperty byKey = new SimpleBooleanProperty(this, "byKey");
    final StringProperty key = field("key");

    private StringProperty field(String name) {
        return new SimpleStringProperty(this, name, "");
    }

    /// Where the embedded engine is in use, the kind keeps its value, ready for the next attempt.
    void show(ProfileForm profileForm) {
        if (profileForm.kind() != CredentialKind.EMBEDDED) {
            kind.set(profileForm.kind());
        }
        name.set(profileForm.credentials().name());
        command.set(profileForm.credentials().command());
        role.set(profileForm.credentials().role());
        externalId.set(profileForm.credentials().externalId());
        region.set(profileForm.endpoint().region());
        faces.set(profileForm.endpoint().faces());
        photos.set(profileForm.endpoint().photos());
        roles.set(profileForm.endpoint().roles());
        proxy.set(profileForm.network().proxy());
        proxyName.set(profileForm.network().proxyName());
        certificates.set(profileForm.network().certificates());
        bucket.set(profileForm.storage().bucket());
        prefix.set(profileForm.storage().prefix());
        byKey.set(profileForm.storage().byKey());
        key.set(profileForm.storage().key());
    }

    ProfileForm draft() {
        return new ProfileForm(
                kind.get(),
                new ProfileForm.CredentialFields(text(name), text(command), text(role), text(externalId)),
                new ProfileForm.EndpointFields(text(region), text(faces), text(photos), text(roles)),
                new ProfileForm.ProxyFields(text(proxy), text(proxyName), text(certificates)),
                new ProfileForm.StorageFields(text(bucket), text(prefix), byKey.get(), text(key)));
    }

    private static String text(StringProperty field) {
        return field.get().strip();
    }
}
