package io.vestibule.local.engine;

import io.vestibule.local.engine.store.CollectionRow;
import io.vestibule.local.engine.store.UserRow;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.UserStatus;

/// Updates a user after an association or disassociation: recomputes the user vector from all its faces and sets the
/// user to UPDATING for a while.
final class UserUpdater {

    private final Engine engine;

    UserUpdater(Engine engine) {
        this.engine = engine;
    }

    /// @param holder number of the user to associate the faces with; null to disassociate them
    /// @param count number of faces of the user after the change
    UserStatus apply(
            CollectionRow collection,
            UserRow user,
            Collection<Long> faces,
            @Nullable Long holder,
            int count,
            Consumer<Runnable> afterwards) {
        if (faces.isEmpty()) {
            return engine.status(user);
        }
        var store = engine.store();
        faces.forEach(face -> store.faces().setUser(face, holder));
        var vector = UserVector.of(store.faces().vectorsOf(user.number(), engine.model()));
        var settles = engine.now().plus(engine.settings().updating());
        store.users().update(user.number(), count, settles, engine.model(), vector);
        afterwards.accept(() -> engine.vectorCache().setUser(collection, user.number(), vector));
        return engine.status(new UserRow(user.number(), user.id(), count, settles));
    }
}
