package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.CollectionScanStore;
import io.vestibule.people.FaceState;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.Undo;
import io.vestibule.store.CompanyScope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records, collection and bucket are changed at random: afterwards one comparison with its remedies brings them into
/// agreement, and what another program manages is as it was.
class DoctorPropertyTest {

    private static final int ROUNDS = 8;
    private static final int CHANGES = 6;

    /// The user of the other program is to stay.
    private static final DiscrepancyKind[] REMEDIED = Arrays.stream(DiscrepancyKind.values())
            .filter(kind -> kind != DiscrepancyKind.UNKNOWN_USER)
            .toArray(DiscrepancyKind[]::new);

    private static final String FOREIGN = "first-last-1738375179381";

    @TempDir
    private Path folder;

    private final Random random = new Random(20);
    private final Set<String> foreignFaces = new HashSet<>();
    private final List<PersonId> people = new ArrayList<>();
    private DoctorFixture fixture;
    private int numbers;

    @BeforeEach
    void enrol() {
        fixture = new DoctorFixture(folder);
        people.add(fixture.enrol("Ana", 0));
        people.add(fixture.enrol("Bob", 1));
        fixture.faces().createUser(DoctorFixture.COLLECTION, FOREIGN, DoctorFixture.token());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whateverIsBrokenAgreesAfterOneRun() {
        for (int round = 0; round < ROUNDS; round++) {
            var broken = breakSomething();
            var run = fixture.compare();
            fixture.remedy(run, REMEDIED);
            assertAgree(round + " " + broken);
        }
    }

    @Test
    void aRunThatIsEndedInItsMiddleGoesOnAtTheNextStart() {
        for (int round = 0; round < 2; round++) {
            var broken = breakSomething();
            var run = fixture.compare();
            var _ = fixture.application().doctor().remedies().order(run, Arrays.asList(REMEDIED), Undo.WINDOW);
            fixture.clock.pass(Duration.ofSeconds(11));
            fixture.application().enrol().runner().wake();
            fixture.reopen();
            fixture.awaitRemedies(run);
            assertAgree(round + " " + broken);
        }
    }

    private List<Integer> breakSomething() {
        var done = new ArrayList<Integer>();
        for (int i = 0; i < CHANGES; i++) {
            int what = random.nextInt(12);
            done.add(what);
            change(what);
        }
        return done;
    }

    private void change(int what) {
        var person = people.get(random.nextInt(people.size()));
        var face = anyFace();
        switch (what) {
            case 0 -> face.ifPresent(this::delete);
            case 1 -> fixture.faces().deleteUser(DoctorFixture.COLLECTION, fixture.user(person), DoctorFixture.token());
            case 2 -> face.ifPresent(this::release);
            case 3 -> face.ifPresent(known -> give(known, fixture.user(person)));
            case 4 -> {
                var _ = index("door-" + numbers++, 2);
            }
            case 5 -> {
                var _ = index(photo(person).id().toString(), 2);
            }
            case 6 -> give(stored(index("door-" + numbers++, 2)), fixture.user(person));
            case 7 -> {
                var theirs = index("gate-" + numbers++, 2);
                give(stored(theirs), FOREIGN);
                foreignFaces.add(theirs);
            }
            case 8 -> scan().forgetFace(photo(person).id(), fixture.collection());
            case 9 -> fixture.application().storage().people().collections().deleteUser(person, fixture.collection());
            case 10 -> leaveErased();
            default -> fixture.bucket().put("photos/ab/list-" + numbers++ + ".txt", new byte[] {1});
        }
    }

    /// One of our own faces, as long as there is one.
    private Optional<StoredFace> anyFace() {
        var ours = fixture.stored().stream()
                .filter(face -> !foreignFaces.contains(face.faceId()))
                .toList();
        return ours.isEmpty() ? Optional.empty() : Optional.of(ours.get(random.nextInt(ours.size())));
    }

    private void delete(StoredFace face) {
        release(face);
        var _ = fixture.faces().deleteFaces(DoctorFixture.COLLECTION, List.of(face.faceId()));
    }

    private void release(StoredFace face) {
        face.userId()
                .ifPresent(user -> fixture.faces()
                        .disassociate(DoctorFixture.COLLECTION, user, List.of(face.faceId()), DoctorFixture.token()));
    }

    private void give(StoredFace face, String user) {
        release(face);
        fixture.faces().createUser(DoctorFixture.COLLECTION, user, DoctorFixture.token());
        var _ = fixture.faces()
                .associate(DoctorFixture.COLLECTION, user, List.of(face.faceId()), 0, DoctorFixture.token());
    }

    private StoredFace stored(String id) {
        return fixture.faces().findFaces(DoctorFixture.COLLECTION, List.of(id)).getFirst();
    }

    private String index(String externalId, int sample) {
        var bytes = SampleFlow.read(SampleFlow.SAMPLES.get(sample).photos().getFirst());
        return fixture.faces()
                .index(DoctorFixture.COLLECTION, new ImageSource.Bytes(bytes), externalId, 1, QualityFilter.NONE)
                .indexed()
                .getFirst()
                .faceId();
    }

    private PhotoRecord photo(PersonId person) {
        var photos = fixture.photos(person);
        return photos.get(random.nextInt(photos.size()));
    }

    private CollectionScanStore scan() {
        return new CollectionScanStore(
                CompanyScope.ofActive(fixture.application().storage().database()));
    }

    /// An erasure of which the collection and the bucket know nothing, as after a restored backup of them.
    private void leaveErased() {
        var photo = UUID.randomUUID();
        new ErasedStore(fixture.application().storage().database()).add(List.of(photo), Instant.now());
        var _ = index(photo.toString(), 2);
        fixture.bucket().put(PhotoRecord.key(new PhotoId(photo)), new byte[] {1});
    }

    private void assertAgree(String round) {
        var again = fixture.compare();
        assertThat(again.unread()).as(round).isEmpty();
        assertThat(fixture.open(again).keySet())
                .as("what is left after round %s", round)
                .isSubsetOf(DiscrepancyKind.UNKNOWN_USER);
        for (var person : people) {
            var recorded = fixture.recorded(person);
            assertThat(recorded).as(round).hasSize(fixture.photos(person).size());
            assertThat(recorded).allMatch(face -> face.state() == FaceState.ASSOCIATED);
            assertThat(of(fixture.user(person)))
                    .as("faces of a person after round %s", round)
                    .containsExactlyInAnyOrderElementsOf(recorded.stream()
                            .flatMap(face -> face.faceId().stream())
                            .toList());
        }
        assertThat(of(FOREIGN)).as("faces of another program").containsExactlyInAnyOrderElementsOf(foreignFaces);
        assertThat(fixture.stored())
                .as("faces after round %s", round)
                .hasSize(foreignFaces.size()
                        + people.stream()
                                .mapToInt(person -> fixture.photos(person).size())
                                .sum());
    }

    private List<String> of(String user) {
        return fixture.faces().listFaces(DoctorFixture.COLLECTION, Optional.of(user)).stream()
                .map(StoredFace::faceId)
                .toList();
    }
}
