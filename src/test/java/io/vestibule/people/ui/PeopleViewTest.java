package io.vestibule.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import io.vestibule.people.Company;
import io.vestibule.people.Contact;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.People;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.Site;
import io.vestibule.people.Standing;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.Undo;
import io.vestibule.store.Database;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.FxWork;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.Banner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleViewTest extends FxTest implements PeopleDesk, PersonCommands, PersonStandings {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final CompanyId ACME = new CompanyId("acme-1");
    private static final List<String> NAMES = List.of(
            "Ana Silva",
            "Ben Okafor",
            "Chloe Martin",
            "Dmitri Petrov",
            "Elif Kaya",
            "Farah Nasser",
            "Goran Ilic",
            "Hana Sato",
            "Ivan Horvat",
            "Jana Novak",
            "Kofi Mensah",
            "Lena Vogel");

    @TempDir
    Path folder;

    private final Site lobby = new Site(SiteId.mint(), ACME, "Main lobby");
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Banner> banners = new ArrayList<>();
    private final FxWork work = new FxWork(_ -> Optional.empty());
    private Database database;
    private People people;
    private PeopleModel model;
    private PeopleView view;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("records"), "key".toCharArray(), "db/common");
        people = People.in(database, () -> NOW);
        people.companies().insert(new Company(ACME, "Acme", Optional.empty(), true), NOW);
        people.companies().insert(lobby);
        for (int i = 0; i < NAMES.size(); i++) {
            save(NAMES.get(i), i);
        }
        Strings words = Strings.strict("people", "ui");
        model = onFx(() -> new PeopleModel(this, people, this, this, work, words));
        view = onFx(() -> new PeopleView(model, words));
        doOnFx(view::shown);
        until(() -> model.loaded.get());
    }

    @AfterEach
    void close() {
        doOnFx(view::hidden);
        until(() -> work.running().isEmpty());
        database.close();
    }

    @Test
    void typingFindsAPerson() {
        doOnFx(() -> model.typed.set("vog"));
        until(() -> names().equals(List.of("Lena Vogel")));
    }

    @Test
    void selectingShowsThePhotosAndWhyOneWasRefused() {
        select(0);
        assertThat(onFx(() -> model.detail.get().orElseThrow().photos()))
                .extracting(PersonPhoto::group)
                .containsExactly(PersonPhoto.Group.DONE, PersonPhoto.Group.LOOK);
        assertThat(onFx(() ->
                        model.detail.get().orElseThrow().photos().getLast().words()))
                .isEqualTo("Too blurred. Hold still and take it again.");
    }

    @Test
    void deleteRemovesAtOnceAndUndoBringsThePersonBack() {
        show(1000, 700, this::root);
        doOnFx(() -> view.initialFocus().requestFocus());
        press(KeyCode.HOME).release(KeyCode.HOME);
        until(() -> model.detail.get().isPresent());
        press(KeyCode.DELETE).release(KeyCode.DELETE);
        until(() -> !banners.isEmpty());
        assertThat(onFx(this::names)).doesNotContain("Ana Silva").hasSize(11);
        doOnFx(() -> banners.getFirst().undo().orElseThrow().run());
        until(() -> names().contains("Ana Silva"));
    }

    @Test
    void aChangeShowsByItselfAndKeepsTheSelection() throws Exception {
        select(3);
        Optional<PersonId> before = onFx(model.selected::get);
        save("Aaron First", 0);
        listeners.forEach(Runnable::run);
        until(() -> names().contains("Aaron First"));
        assertThat(onFx(model.selected::get)).isEqualTo(before);
    }

    @Test
    void picturesForTheEye() throws Exception {
        select(0);
        assertThat(picture("people-1600-light", 1600, 1000, Theme.Choice.LIGHT, this::root))
                .exists();
        assertThat(picture("people-1000-dark", 1000, 700, Theme.Choice.DARK, this::root))
                .exists();
    }

    private Parent root() {
        VBox box = new VBox(view.search().orElseThrow(), view.node());
        VBox.setVgrow(view.node(), javafx.scene.layout.Priority.ALWAYS);
        box.setPadding(new javafx.geometry.Insets(24));
        box.setSpacing(12);
        return box;
    }

    private void select(int row) {
        doOnFx(() -> model.selected.set(Optional.of(model.rows.get(row).person().id())));
        until(() -> model.detail.get().isPresent());
    }

    private List<String> names() {
        return model.rows.stream().map(row -> row.person().name()).toList();
    }

    private void save(String name, int number) throws Exception {
        Person person = new Person(
                PersonId.mint(),
                ACME,
                UUID.randomUUID(),
                PersonKind.VISITOR,
                name,
                new Contact("a@b.example", "+49 1", "Ms Host"),
                Set.of(lobby.id()),
                "",
                Optional.of(NOW.plus(Duration.ofDays(7))),
                NOW,
                Optional.empty(),
                false);
        people.persons().insert(person);
        for (int place = 0; place < 2; place++) {
            byte[] bytes = Files.readAllBytes(
                    Path.of("assets/samples/sample-person-" + (number % 3 + 1), (place + 1) + ".jpg"));
            people.photos()
                    .insert(
                            new PhotoRecord(
                                    PhotoId.mint(),
                                    ACME,
                                    person.id(),
                                    UUID.randomUUID()
                                            .toString()
                                            .replace("-", "")
                                            .repeat(2),
                                    640,
                                    480,
                                    place,
                                    false,
                                    NOW),
                            bytes,
                            bytes);
        }
    }

    @Override
    public CompanyId company() {
        return ACME;
    }

    @Override
    public List<Site> sites() {
        return List.of(lobby);
    }

    @Override
    public boolean mayRemove() {
        return true;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public String reasonWords(String reason) {
        return "Too blurred. Hold still and take it again.";
    }

    @Override
    public void tell(Banner banner) {
        banners.add(banner);
    }

    @Override
    public void enrol() {}

    @Override
    public Undo remove(PersonId person) {
        people.persons().setRemoved(person, Optional.of(NOW));
        return undo(person, () -> people.persons().setRemoved(person, Optional.empty()));
    }

    private static Undo undo(PersonId person, Runnable back) {
        return new Undo() {
            @Override
            public Deed deed() {
                return Deed.REMOVE;
            }

            @Override
            public PersonId person() {
                return person;
            }

            @Override
            public Instant until() {
                return NOW.plus(WINDOW);
            }

            @Override
            public boolean undo() {
                back.run();
                return true;
            }
        };
    }

    @Override
    public Undo edit(PersonId person, PersonEdit edit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Undo move(PhotoId photo, PersonId to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Undo merge(PersonId from, PersonId into) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Undo> undoable() {
        return List.of();
    }

    @Override
    public Undo removePhoto(PhotoId photo) {
        var owner = people.photos().find(photo).orElseThrow().person();
        people.photos().delete(photo);
        return undo(owner, () -> {});
    }

    @Override
    public void retry(PersonId person) {}

    @Override
    public Standing of(Person person) {
        Standing.State[] states = Standing.State.values();
        return new Standing(
                states[Math.floorMod(states.length - 2 + NAMES.indexOf(person.name()), states.length)],
                Optional.empty());
    }

    @Override
    public List<IndexedFace> faces(Person person) {
        List<PhotoRecord> photos = people.photos().of(person.id());
        UUID collection = UUID.randomUUID();
        return List.of(
                IndexedFace.captured(photos.get(0).id(), collection).in(FaceState.ASSOCIATED),
                IndexedFace.captured(photos.get(1).id(), collection).refused(List.of("LOW_SHARPNESS")));
    }
}
