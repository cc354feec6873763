package io.vestibule.setup.ui.cloud;

import io.vestibule.cloud.aws.Draft;
import io.vestibule.cloud.aws.Kind;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A connection as it is typed.
final class CloudFields {

    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.PROFILE);
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

    /// Where the embedded engine is in use, the kind stays what it is: it is for the next try.
    void show(Draft draft) {
        if (draft.kind() != Kind.EMBEDDED) {
            kind.set(draft.kind());
        }
        name.set(draft.source().name());
        command.set(draft.source().command());
        role.set(draft.source().role());
        externalId.set(draft.source().externalId());
        region.set(draft.where().region());
        faces.set(draft.where().faces());
        photos.set(draft.where().photos());
        roles.set(draft.where().roles());
        proxy.set(draft.way().proxy());
        proxyName.set(draft.way().proxyName());
        certificates.set(draft.way().certificates());
        bucket.set(draft.keep().bucket());
        prefix.set(draft.keep().prefix());
        byKey.set(draft.keep().byKey());
        key.set(draft.keep().key());
    }

    Draft draft() {
        return new Draft(
                kind.get(),
                new Draft.Source(text(name), text(command), text(role), text(externalId)),
                new Draft.Where(text(region), text(faces), text(photos), text(roles)),
                new Draft.Way(text(proxy), text(proxyName), text(certificates)),
                new Draft.Keep(text(bucket), text(prefix), byKey.get(), text(key)));
    }

    private static String text(StringProperty field) {
        return field.get().strip();
    }
}
