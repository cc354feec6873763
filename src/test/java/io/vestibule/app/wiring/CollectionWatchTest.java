package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.doctor.CollectionConcern;
import io.vestibule.doctor.CollectionWatch;
import io.vestibule.people.Company;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Reach;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever somebody else does to the collection, two looks later everybody's status is right.
class CollectionWatchTest {

    @TempDir
    private Path folder;

    private DoctorFixture fixture;
    private PersonId ana;
    private PersonId bob;
    private CollectionWatch watch;

    @BeforeEach
    void enrol() {
        fixture = new DoctorFixture(folder);
        ana = fixture.enrol("Ana", 0);
        bob = fixture.enrol("Bob", 1);
        watch = fixture.application().doctor().watch();
        fixture.clock.pass(Duration.ofMinutes(11));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private State status(PersonId person) {
        return fixture.application().storage().people().persons().status(person).orElseThrow();
    }

    private Reach reach(PersonId person) {
        return fixture.application().storage().people().collections().reach(person, fixture.collection());
    }

    private void lookTwice() {
        watch.look();
        watch.look();
    }

    @Test
    void aPersonWithoutUserHasNoTickUntilTheUserIsBack() {
        var notified = new AtomicInteger();
        lookTwice();
        watch.onChange(notified::incrementAndGet);
        assertThat(watch.concern()).isEmpty();
        assertThat(fixture.application().doctor().compare().latest())
                .as("while the counts agree nothing is compared")
                .isEmpty();

        // Another program deletes Ana's user, and one of Bob's faces.
        fixture.faces().deleteUser(DoctorFixture.COLLECTION, fixture.user(ana), DoctorFixture.token());
        fixture.deleteFace(bob, fixture.face(bob, 0));
        watch.look();
        assertThat(fixture.application().doctor().compare().latest())
                .as("the counts of a service may lag behind")
                .isEmpty();
        watch.look();
        assertThat(watch.concern()).containsInstanceOf(CollectionConcern.Changed.class);
        assertThat(notified).hasValue(1);
        assertThat(status(ana)).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(reach(ana)).isEqualTo(Reach.NEVER);
        assertThat(reach(bob)).isEqualTo(Reach.FOUND);
        assertThat(fixture.application().storage().people().collections().foundPersons(fixture.collection()))
                .containsExactly(bob);

        var run = fixture.application().doctor().compare().latest().orElseThrow();
        lookTwice();
        assertThat(fixture.application()
                        .doctor()
                        .compare()
                        .latest()
                        .orElseThrow()
                        .id())
                .as("a known difference is not compared again")
                .isEqualTo(run.id());

        fixture.remedy(run);
        for (var person : List.of(ana, bob)) {
            TestApplication.await(fixture.application(), person, State.SEARCHABLE);
            assertThat(reach(person)).isEqualTo(Reach.FOUND);
        }
        lookTwice();
        assertThat(watch.concern()).isEmpty();
    }

    @Test
    void everyCompanyHasItsOwnCollectionToWatch() {
        fixture.faces().deleteUser(DoctorFixture.COLLECTION, fixture.user(ana), DoctorFixture.token());
        lookTwice();
        assertThat(watch.concern()).isPresent();

        var userOfBob = fixture.user(bob);
        var companies = fixture.application().storage().people().companies();
        var acme = companies.active().orElseThrow().id();
        var beta = new Company(new CompanyId("beta"), "Beta", Optional.empty(), false);
        companies.insert(beta, fixture.clock.instant());
        var theirs = fixture.application().enrol().collections().getOrCreate(beta);
        companies.activate(beta.id());
        assertThat(watch.concern()).as("the collection of another company").isEmpty();
        lookTwice();
        assertThat(watch.concern()).isEmpty();

        // What changes while the other company is active is compared when the company is active again.
        fixture.faces().deleteUser(DoctorFixture.COLLECTION, userOfBob, DoctorFixture.token());
        companies.activate(acme);
        lookTwice();
        assertThat(List.of(reach(ana), reach(bob))).containsOnly(Reach.NEVER);
        assertThat(fixture.faces().describe(theirs.externalId())).isPresent();
    }

    @Test
    void anEmptiedCollectionLeavesNoTick() {
        for (var person : List.of(ana, bob)) {
            fixture.faces().deleteUser(DoctorFixture.COLLECTION, fixture.user(person), DoctorFixture.token());
        }
        var _ = fixture.faces()
                .deleteFaces(
                        DoctorFixture.COLLECTION,
                        fixture.stored().stream().map(face -> face.faceId()).toList());
        watch.look();
        assertThat(watch.concern()).isEqualTo(Optional.of(new CollectionConcern.Lost()));
        assertThat(List.of(status(ana), status(bob))).containsOnly(State.ELSEWHERE);
    }

    @Test
    void anotherFaceModelIsReportedUntilEveryFaceIsRenewed() {
        var face = fixture.face(ana, 0);
        var now =
                fixture.faces().describe(DoctorFixture.COLLECTION).orElseThrow().modelVersion();
        sql("update collection_ref set model = ?", "older");
        sql("update indexed_face set model_version = ? where face_id = ?", "older", face);
        watch.look();
        assertThat(watch.concern()).isEqualTo(Optional.of(new CollectionConcern.OtherModel("older", now)));

        sql("update indexed_face set model_version = ? where face_id = ?", now, face);
        watch.look();
        assertThat(watch.concern()).isEmpty();
    }

    private void sql(String statement, Object... values) {
        var database = fixture.application().storage().database();
        var _ = database.inTransaction(() -> database.with(handle -> handle.execute(statement, values)));
    }
}
