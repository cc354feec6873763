package io.vestibule.people.ui;

import io.vestibule.base.PhotoId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.ui.detail.PersonDetail;
import io.vestibule.people.ui.detail.PersonPhoto;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// One card alone in a window, for two people in a real database.
public abstract class CardScreen extends FxTest {

    @TempDir
    Path folder;

    protected final Strings words = Strings.strict("people", "ui", "enrol");
    protected PeoplePortFixture desk;
    protected ThumbnailLoader pictures;
    protected Person ana;
    protected Person ben;

    @BeforeEach
    final void openDesk() {
        desk = new PeoplePortFixture(folder);
        ana = desk.save("Ana Silva", PersonKind.VISITOR, desk.lobby, EnrolmentStatus.State.SEARCHABLE);
        ben = desk.save("Ben Okafor", PersonKind.EMPLOYEE, desk.gate, EnrolmentStatus.State.SEARCHABLE);
        pictures = onFx(() -> new ThumbnailLoader(desk.peopleStores.photos(), new InlineTaskRunner()));
    }

    @AfterEach
    final void closeDesk() {
        desk.database.close();
    }

    /// Photos of the person, of the files of one of the shipped sample people.
    protected final List<PhotoId> photos(Person person, int count) {
        for (int i = 0; i < count; i++) {
            desk.photo(person, "sample-person-1/" + (i % 3 + 1) + ".jpg", i);
        }
        return desk.peopleStores.photos().findByPerson(person.id()).stream()
                .map(PhotoRecord::id)
                .toList();
    }

    protected final PersonDetail detail(Person person) {
        List<PersonPhoto> photos = desk.peopleStores.photos().findByPerson(person.id()).stream()
                .map(photo -> new PersonPhoto(photo.id(), PersonPhoto.Group.DONE, "Active", Optional.empty()))
                .toList();
        return new PersonDetail(
                person,
                new EnrolmentStatus(EnrolmentStatus.State.SEARCHABLE, Optional.empty()),
                photos.stream().map(PersonPhoto::id).findFirst(),
                List.of(),
                photos,
                Optional.empty(),
                List.of(),
                desk.sites());
    }

    /// Shows what is made on the FX thread.
    protected final <N extends Node> N shown(Supplier<N> card) {
        var made = new AtomicReference<N>();
        show(900, 800, () -> {
            made.set(card.get());
            StackPane root = new StackPane(made.get());
            root.setAlignment(Pos.TOP_LEFT);
            return root;
        });
        return made.get();
    }

    protected final List<String> texts() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .filter(PeopleScreen::seen)
                .map(node -> ((Label) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    protected final List<String> buttons() {
        return onFx(() -> stage().getScene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .filter(PeopleScreen::seen)
                .map(node -> ((Button) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }
}
