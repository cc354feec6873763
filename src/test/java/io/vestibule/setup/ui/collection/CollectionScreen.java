package io.vestibule.setup.ui.collection;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.cloud.FaceCollection.CollectionInfo;
import io.vestibule.people.CollectionIndexStore;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.setup.CollectionLoadState;
import io.vestibule.store.CompanyScope;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The model of the screen on a real application, with records that a test writes into its tables.
abstract class CollectionScreen extends FxTest {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    final Strings strings = Strings.strict("app", "setup", "ui");
    Application application;
    CollectionModel model;

    @BeforeEach
    final void openHouse() {
        application = TestApplication.furnished(folder);
        model = onFx(() -> new CollectionModel(application.setup().collection(), new InlineTaskRunner()));
    }

    @AfterEach
    final void closeHouse() {
        doOnFx(model::stop);
        application.close();
    }

    final CollectionRef collection() {
        return application
                .enrol()
                .collections()
                .getOrCreate(application.storage().people().companies().active().orElseThrow());
    }

    /// Users whom only the records know.
    final void recordUsers(int count) {
        var store = new CollectionIndexStore(
                CompanyScope.ofActive(application.storage().database()),
                application.storage().clock());
        for (int i = 0; i < count; i++) {
            var person = new Person(
                    PersonId.mint(),
                    collection().company(),
                    UUID.randomUUID(),
                    PersonKind.VISITOR,
                    "Person " + i,
                    Contact.NONE,
                    Set.of(),
                    "",
                    Optional.empty(),
                    NOW,
                    Optional.empty(),
                    false);
            application.storage().people().persons().insert(person);
            store.saveUser(new CollectionUser(person.id(), collection().id(), person.externalId(), "ACTIVE"));
        }
    }

    final CollectionLoadState told(long faces, long users) {
        return new CollectionLoadState.Loaded(
                new CollectionInfo(
                        TestApplication.COLLECTION, faces, users, collection().model()),
                NOW);
    }

    static List<String> texts(Node top) {
        return onFx(() -> top.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    /// What a screen reader says of the row of that name.
    static String row(Node top, String name) {
        return onFx(() -> top.lookupAll(".label").stream()
                .filter(node -> ((Label) node).getText().equals(name))
                .map(Node::getAccessibleText)
                .findFirst()
                .orElseThrow());
    }
}
