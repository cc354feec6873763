package io.vestibule.enrol.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.transfer.AdoptFlow;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SamplePhotos;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PersonEdit;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Repair;
import io.vestibule.people.change.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Performs changes of every kind on random people, and undoes them.
final class UndoModel {

    private final EnrolFixture fixture;
    private final Random random;
    private final long seed;
    private final List<String> log = new ArrayList<>();
    private int round;

    UndoModel(EnrolFixture fixture, long seed) {
        this.fixture = fixture;
        this.random = new Random(seed);
        this.seed = seed;
    }

    List<String> log() {
        return log;
    }

    void begin() {
        fixture.save(typed("First", ""), fresh(2));
        fixture.save(typed("Second", ""), fresh(1));
        fixture.save(typed("Third", ""), List.of());
        settle();
    }

    /// Lets all undo periods pass and the journal do what it can; only questions to the operator stay open.
    void settle() {
        for (int i = 0; i < 4; i++) {
            fixture.pass(Duration.ofSeconds(11));
        }
    }

    void changeAndPerhapsUndo() {
        var kinds = Undo.ChangeKind.values();
        var kind = kinds[random.nextInt(kinds.length)];
        if (random.nextInt(3) == 0) {
            settle();
            var done = change(kind);
            log.add(kind + (done ? "" : " was not possible"));
        } else {
            changeAndUndo(kind);
        }
    }

    /// @return false if there was nobody to change in that way
    boolean changeAndUndo(Undo.ChangeKind kind) {
        prepare(kind);
        settle();
        var before = UndoState.of(fixture);
        fixture.clock.pass(Duration.ofMillis(5));
        if (!change(kind)) {
            log.add(kind + " was not possible");
            return false;
        }
        var worked = random.nextBoolean();
        if (worked) {
            fixture.work();
            fixture.pass(Duration.ofSeconds(random.nextInt(8)));
        }
        if (random.nextInt(4) == 0) {
            fixture.restart();
        }
        log.add(kind + (worked ? ", worked on" : ""));
        var open = fixture.enrol().commands().undoable();
        if (!kind.isUndoable()) {
            // A person who expired can be taken back for a day, so older changes may still be open.
            assertThat(open).as(context()).extracting(Undo::kind).doesNotContain(kind);
            return true;
        }
        assertThat(open)
                .as(context())
                .first()
                .satisfies(undo -> assertThat(undo.kind()).isEqualTo(kind));
        assertThat(open.getFirst().undo()).as(context()).isTrue();
        log.add("undone");
        settle();
        UndoState.of(fixture).assertEquals(before, context());
        return true;
    }

    private String context() {
        return "seed %d, after %s".formatted(seed, log);
    }

    /// Answers and repairs need a question or a problem, which belong to the state before.
    private void prepare(Undo.ChangeKind kind) {
        switch (kind) {
            case SAME_PERSON, UPDATE, DIFFERENT_PERSON -> {
                if (parked().isEmpty()) {
                    var photos = new ArrayList<>(fresh(1 + random.nextInt(2)));
                    if (random.nextBoolean()) {
                        handedInAgain().ifPresent(photos::add);
                    }
                    fixture.enrol()
                            .enrol()
                            .save(typed("Parked", "333"), photos, new DuplicateDecision.SearchDeferred());
                }
            }
            case REPAIR -> {
                if (problem().isEmpty()) {
                    settle();
                    anybody(1)
                            .ifPresent(person -> fixture.enrol()
                                    .enrol()
                                    .addPhotos(
                                            person.id(),
                                            List.of(SamplePhotos.blank(
                                                    fixture.photos(0).getFirst()))));
                }
            }
            default -> {}
        }
    }

    private boolean change(Undo.ChangeKind kind) {
        return switch (kind) {
            case ENROL -> enrol(new DuplicateDecision.NoDuplicate());
            case ENROL_KNOWN -> anybody(0).map(this::enrolAgain).orElse(false);
            case ADD_PHOTOS ->
                anybody(0)
                        .filter(person -> fixture.enrol()
                                        .enrol()
                                        .addPhotos(person.id(), fresh(1))
                                        .saved()
                                == 1)
                        .isPresent();
            case EDIT -> anybody(0).map(this::edit).orElse(false);
            case RENEW -> anybody(0).map(this::renew).orElse(false);
            case MOVE -> move();
            case MERGE -> merge();
            case REMOVE_PHOTO ->
                anybody(1)
                        .map(person -> fixture.enrol().commands().removePhoto(any(fixture.photosOf(person.id()))))
                        .isPresent();
            case REMOVE ->
                anybody(0)
                        .map(person -> fixture.enrol().commands().remove(person.id()))
                        .isPresent();
            case ACCEPT_PHOTO ->
                anybody(1)
                        .map(person -> new AcceptFlow(fixture.records()).accept(any(fixture.photosOf(person.id()))))
                        .isPresent();
            case CONSENT_WITHDRAWN ->
                anybody(0)
                        .map(person -> fixture.enrol().commands().withdrawConsent(person.id()))
                        .isPresent();
            case EXPIRE ->
                anybody(0).filter(person -> removal().expire(person.id())).isPresent();
            case EXPIRE_PHOTO ->
                anybody(1)
                        .filter(person -> removal().expire(any(fixture.photosOf(person.id()))))
                        .isPresent();
            case SAME_PERSON -> answer(DuplicateDecision.SamePerson::new);
            case UPDATE -> answer(DuplicateDecision.UpdatedPerson::new);
            case DIFFERENT_PERSON -> answer(DuplicateDecision.DifferentPerson::new);
            case ADOPT -> adopt();
            case TRANSFER -> transfer();
            case REPAIR -> repair();
        };
    }

    private RemoveFlow removal() {
        return new RemoveFlow(fixture.records(), fixture.collections());
    }

    private boolean enrol(DuplicateDecision decision) {
        var photos = new ArrayList<>(fresh(random.nextInt(3)));
        if (random.nextInt(3) == 0) {
            handedInAgain().ifPresent(photos::add);
        }
        fixture.enrol().enrol().save(typed("Person " + round, "444"), photos, decision);
        return true;
    }

    private boolean enrolAgain(Person person) {
        return enrol(
                random.nextBoolean()
                        ? new DuplicateDecision.SamePerson(person.id())
                        : new DuplicateDecision.UpdatedPerson(person.id()));
    }

    private boolean edit(Person person) {
        var edit = PersonEdit.of(person);
        var contact = new Contact("x@b.org", "555" + random.nextInt(10), "Host");
        fixture.enrol()
                .commands()
                .edit(
                        person.id(),
                        new PersonEdit(edit.name() + "+", edit.kind(), contact, edit.sites(), "note", edit.expires()));
        return true;
    }

    private boolean renew(Person person) {
        var end = fixture.clock.instant().plus(Duration.ofDays(9));
        fixture.enrol().commands().renew(person.id(), fixture.consent(), end);
        return true;
    }

    private boolean move() {
        var from = anybody(1);
        var to = from.flatMap(this::anybodyBut);
        to.ifPresent(person -> fixture.enrol()
                .commands()
                .move(any(fixture.photosOf(from.orElseThrow().id())), person.id()));
        return to.isPresent();
    }

    private boolean merge() {
        var from = anybody(0);
        var into = from.flatMap(this::anybodyBut);
        into.ifPresent(
                person -> fixture.enrol().commands().merge(from.orElseThrow().id(), person.id()));
        return into.isPresent();
    }

    private Optional<Person> anybodyBut(Person other) {
        var able = settled().stream()
                .filter(person -> !person.id().equals(other.id()))
                .toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(any(able));
    }

    private interface Answer {
        DuplicateDecision of(PersonId match);
    }

    private boolean answer(Answer answer) {
        var question = parked().flatMap(person -> fixture.enrol().duplicates().findQuestion(person.id()));
        question.ifPresent(asked -> fixture.enrol()
                .duplicates()
                .answer(asked.newcomer().id(), answer.of(asked.match().person().id())));
        return question.isPresent();
    }

    /// Another program enrolled somebody.
    private boolean adopt() {
        var user = new UUID(random.nextLong(), random.nextLong()).toString();
        var faces = fixture.real().faces();
        faces.createUser(EnrolFixture.COLLECTION, user, "create-" + user);
        var face = faces.index(
                        EnrolFixture.COLLECTION,
                        new ImageSource.Bytes(fresh(1).getFirst().photo().bytes()),
                        user,
                        1,
                        QualityFilter.NONE)
                .indexed()
                .getFirst();
        faces.associate(EnrolFixture.COLLECTION, user, List.of(face.faceId()), 50, "associate-" + user);
        fixture.enrol().adopt().adopt(new AdoptFlow.UnknownUser(user, "ACTIVE"), typed("Adopted", ""));
        return true;
    }

    /// Somebody has a photo that was never sent to the collection in use.
    private boolean transfer() {
        var somebody = anybody(0);
        somebody.ifPresent(person -> {
            var draft = fresh(1).getFirst();
            var photo = new PhotoRecord(
                    PhotoId.mint(),
                    person.company(),
                    person.id(),
                    draft.photo().sha256(),
                    draft.photo().width(),
                    draft.photo().height(),
                    fixture.people().photos().nextPosition(person.id()),
                    false,
                    fixture.clock.instant());
            fixture.people().photos().insert(photo, draft.photo().bytes(), draft.thumbnail());
            assertThat(fixture.enrol().transfer().begin()).isEqualTo(1);
        });
        return somebody.isPresent();
    }

    private boolean repair() {
        var problem = problem();
        problem.ifPresent(found -> assertThat(
                        fixture.enrol().repairs().repair(found, PhotoProblem.Remedy.of(Repair.INDEX_AGAIN)))
                .isEmpty());
        return problem.isPresent();
    }

    private Optional<PhotoProblem> problem() {
        return people().stream()
                .flatMap(person -> fixture.enrol().repairs().problemsOf(person.id()).stream())
                .filter(found -> found.remedies().contains(PhotoProblem.Remedy.of(Repair.INDEX_AGAIN)))
                .findFirst();
    }

    private Optional<Person> parked() {
        return people().stream()
                .filter(person -> fixture.standing(person.id()) == EnrolmentStatus.State.STUCK)
                .filter(person ->
                        fixture.enrol().duplicates().findQuestion(person.id()).isPresent())
                .findFirst();
    }

    /// Somebody with at least so many photos of whom nothing waits for a decision.
    private Optional<Person> anybody(int photos) {
        var able = settled().stream()
                .filter(person -> fixture.photosOf(person.id()).size() >= photos)
                .toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(any(able));
    }

    private List<Person> settled() {
        return people().stream()
                .filter(person -> fixture.standing(person.id()) != EnrolmentStatus.State.STUCK)
                .toList();
    }

    private List<Person> people() {
        return fixture.people().persons().search(fixture.company().id(), "", 1_000);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Photos that nobody has.
    private List<DraftPhoto> fresh(int count) {
        return count == 0
                ? List.of()
                : TestApplication.freshPhotos(fixture.application(), count, (int) (seed % 1000) * 100 + round++);
    }

    /// The bytes of a photo that somebody has.
    private Optional<DraftPhoto> handedInAgain() {
        return anybody(1)
                .flatMap(person -> fixture.people().photos().findByPerson(person.id()).stream()
                        .findFirst())
                .flatMap(photo -> fixture.real().bucket().get(photo.key()))
                .map(bytes -> fixture.enrol().intake().withoutScreening().process(bytes))
                .flatMap(result -> result instanceof io.vestibule.enrol.PhotoIntake.IntakeResult.AlreadySaved saved
                        ? Optional.of(saved.photo())
                        : Optional.empty());
    }

    private EnrolDetails typed(String name, String phone) {
        return new EnrolDetails(
                name,
                PersonKind.VISITOR,
                new Contact("", phone, ""),
                Set.of(),
                "",
                Optional.of(fixture.clock.instant().plus(Duration.ofDays(7))),
                Optional.of(fixture.consent()));
    }
}
