package io.vestibule.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the keeper writes down of people when work for them moves on.
class EnrolmentStatusUpdaterTest extends PeopleFixture {

    private final Map<PersonId, EnrolmentStatus.State> real = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> subjects = new ConcurrentHashMap<>();
    private final Semaphore told = new Semaphore(0);
    private EnrolmentStatusUpdater keeper;

    /// The port, answered from a table; of whom it knows nothing it cannot answer.
    private final EnrolmentStatusProvider standings = new EnrolmentStatusProvider() {
        @Override
        public EnrolmentStatus statusOf(Person person) {
            return new EnrolmentStatus(
                    Optional.ofNullable(real.get(person.id())).orElseThrow(), Optional.empty());
        }

        @Override
        public List<IndexedFace> faces(Person person) {
            return List.of();
        }
    };

    @BeforeEach
    void open() {
        keeper = new EnrolmentStatusUpdater(peopleStores, standings, job -> subjects.getOrDefault(job, List.of()));
        keeper.onChange(told::release);
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    private Person saved(String name, EnrolmentStatus.State state) {
        var person = save(name);
        real.put(person.id(), state);
        return person;
    }

    private EnrolmentStatus.State standing(Person person) {
        return peopleStores.persons().status(person.id()).orElseThrow();
    }

    /// Tells the keeper of a job about these, and waits until it has looked.
    private UUID moved(UUID job, Object... about) throws InterruptedException {
        subjects.put(job, List.of(about).stream().map(Object::toString).toList());
        keeper.jobChanged(job);
        assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        return job;
    }

    @Test
    void aLookAtSomebodyWritesDownHowTheyStand() {
        var ana = saved("Ana", EnrolmentStatus.State.SEARCHABLE);
        keeper.refresh(ana.id());
        assertThat(standing(ana)).isEqualTo(EnrolmentStatus.State.SEARCHABLE);
    }

    @Test
    void nobodyIsAskedAboutWhoIsHiddenOrUnknown() {
        var ana = save("Ana");
        hide(ana);
        keeper.refresh(ana.id());
        keeper.refresh(PersonId.mint());
        assertThat(standing(ana)).isEqualTo(EnrolmentStatus.State.NO_PHOTO);
    }

    @Test
    void aJobLeadsToItsPeopleAndToThoseOfItsPhotos() throws Exception {
        var ana = saved("Ana", EnrolmentStatus.State.UPDATING);
        var bob = saved("Bob", EnrolmentStatus.State.STUCK);
        var cleo = saved("Cleo", EnrolmentStatus.State.SEARCHABLE);
        moved(UUID.randomUUID(), ana.id(), photo(bob, 0).id());
        assertThat(standing(ana)).isEqualTo(EnrolmentStatus.State.UPDATING);
        assertThat(standing(bob)).isEqualTo(EnrolmentStatus.State.STUCK);
        assertThat(standing(cleo)).isEqualTo(EnrolmentStatus.State.NO_PHOTO);
    }

    @Test
    void subjectsOfOtherWorkArePassedOver() throws Exception {
        var ana = saved("Ana", EnrolmentStatus.State.SEARCHABLE);
        moved(UUID.randomUUID(), "bucket", UUID.randomUUID(), "", ana.id());
        assertThat(standing(ana)).isEqualTo(EnrolmentStatus.State.SEARCHABLE);
    }

    @Test
    void whoseAPhotoWasIsStillKnownWhenItIsErased() throws Exception {
        var ana = saved("Ana", EnrolmentStatus.State.UPDATING);
        var photo = photo(ana, 0);
        var job = moved(UUID.randomUUID(), photo.id());
        peopleStores.photos().delete(photo.id());
        real.put(ana.id(), EnrolmentStatus.State.NO_PHOTO);
        moved(job, photo.id());
        assertThat(standing(ana)).isEqualTo(EnrolmentStatus.State.NO_PHOTO);
    }

    @Test
    void aLookThatFailsDoesNotStopTheOnesAfterIt() throws Exception {
        var unknown = save("Unknown");
        var ana = saved("Ana", EnrolmentStatus.State.SEARCHABLE);
        var bob = saved("Bob", EnrolmentStatus.State.UPDATING);
        moved(new UUID(0, 1), ana.id(), unknown.id(), bob.id());
        assertThat(standing(ana)).isEqualTo(EnrolmentStatus.State.SEARCHABLE);
        assertThat(standing(bob)).isEqualTo(EnrolmentStatus.State.UPDATING);
        real.put(unknown.id(), EnrolmentStatus.State.STUCK);
        moved(new UUID(0, 1), unknown.id());
        assertThat(standing(unknown)).as("the same job again").isEqualTo(EnrolmentStatus.State.STUCK);
    }

    @Test
    void aStartListsPeopleFromBeforeAndLooksAtThoseOnTheWayAndAtOpenWork() throws Exception {
        var unlisted = saved("Ana", EnrolmentStatus.State.STUCK);
        database.with(handle -> handle.execute("delete from person_entry")
                + handle.execute(
                        "insert into person_unlisted (person_id) values (?)",
                        unlisted.id().value()));
        var passing = saved("Bob", EnrolmentStatus.State.SEARCHABLE);
        peopleStores.persons().setStatus(passing.id(), EnrolmentStatus.State.UPDATING);
        var settled = saved("Cleo", EnrolmentStatus.State.SEARCHABLE);
        peopleStores.persons().setStatus(settled.id(), EnrolmentStatus.State.STUCK);
        var worked = saved("Dora", EnrolmentStatus.State.SEARCHABLE);
        var job = UUID.randomUUID();
        subjects.put(job, List.of(worked.id().toString()));
        keeper.start(List.of(job));
        assertThat(told.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(peopleStores.persons().search(ACME, "ana", 5)).hasSize(1);
        assertThat(standing(passing)).isEqualTo(EnrolmentStatus.State.SEARCHABLE);
        assertThat(standing(settled)).isEqualTo(EnrolmentStatus.State.STUCK);
        assertThat(standing(worked)).isEqualTo(EnrolmentStatus.State.SEARCHABLE);
    }

    @Test
    void aListenerThatWasClosedIsNotToldAnyMore() throws Exception {
        var others = new ArrayList<String>();
        keeper.onChange(() -> others.add("told")).close();
        moved(UUID.randomUUID(), saved("Ana", EnrolmentStatus.State.STUCK).id());
        assertThat(others).isEmpty();
    }

    @Test
    void afterTheEndNothingIsLookedAt() {
        var ana = saved("Ana", EnrolmentStatus.State.STUCK);
        keeper.close();
        subjects.put(new UUID(0, 1), List.of(ana.id().toString()));
        keeper.jobChanged(new UUID(0, 1));
        keeper.start(List.of());
        assertThat(told.availablePermits()).isZero();
        assertThat(standing(ana)).isEqualTo(EnrolmentStatus.State.NO_PHOTO);
    }
}
