package io.vestibule.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.Problem;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.EnrolmentStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our records of the collection, and what the embedded engine says of it.
class CollectionReaderTest {

    @TempDir
    private Path folder;

    private Application application;
    private CollectionReader reader;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder);
        reader = application.setup().collection();
    }

    @AfterEach
    void close() {
        application.close();
    }

    private void enrolAna() {
        var saved = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, saved.person(), EnrolmentStatus.State.SEARCHABLE);
    }

    @Test
    void anEmptyCollectionIsThereAndBothSidesSayNothing() {
        var facts = reader.loadFacts();
        assertThat(facts.collection().externalId()).isEqualTo(TestApplication.COLLECTION);
        assertThat(facts.counts().people()).isZero();
        assertThat(facts.counts().faces()).isZero();
        assertThat(facts.charged()).isFalse();
        assertThat(facts.month())
                .isEqualTo(YearMonth.from(TestApplication.now(application).atOffset(ZoneOffset.UTC)));
        assertThat(reader.fetchFromService()).isInstanceOfSatisfying(CollectionLoadState.Loaded.class, loaded -> {
            assertThat(loaded.info().faces()).isZero();
            assertThat(loaded.info().users()).isZero();
            assertThat(loaded.info().modelVersion())
                    .isEqualTo(facts.collection().model());
        });
    }

    @Test
    void somebodyWhoWasEnrolledIsOnBothSides() {
        enrolAna();
        var counts = reader.loadFacts().counts();
        assertThat(counts.people()).isEqualTo(1);
        assertThat(counts.users()).isEqualTo(1);
        assertThat(counts.faces()).isEqualTo(3);
        assertThat(counts.associated()).isEqualTo(3);
        assertThat(reader.fetchFromService()).isInstanceOfSatisfying(CollectionLoadState.Loaded.class, loaded -> {
            assertThat(loaded.info().faces()).isEqualTo(3);
            assertThat(loaded.info().users()).isEqualTo(1);
        });
    }

    @Test
    void callsOfTheEmbeddedEngineAreToldAtWhatTheyWouldCost() {
        enrolAna();
        var facts = reader.loadFacts();
        assertThat(facts.calls()).isGreaterThanOrEqualTo(3);
        assertThat(facts.callCost()).isEqualByComparingTo(BigDecimal.valueOf(facts.calls(), 3));
    }

    @Test
    void aCollectionThatTheServiceDoesNotKnowIsGone() {
        application
                .storage()
                .database()
                .with(handle -> handle.execute("update collection_ref set external_id = 'Elsewhere_acme-1'"));
        assertThat(reader.fetchFromService())
                .isEqualTo(new CollectionLoadState.Failed(Problem.of("setup.collection-gone")));
    }

    @Test
    void workThatWaitsOrIsParkedIsUnderWay() {
        assertThat(reader.loadFacts().pendingJobs()).isZero();
        application
                .storage()
                .journal()
                .add(
                        application
                                .storage()
                                .people()
                                .companies()
                                .active()
                                .orElseThrow()
                                .id(),
                        List.of(new NewStep(() -> "unknown", "x")),
                        Duration.ofHours(1));
        assertThat(reader.loadFacts().pendingJobs()).isEqualTo(1);
        var parked = application
                .storage()
                .journal()
                .add(
                        application
                                .storage()
                                .people()
                                .companies()
                                .active()
                                .orElseThrow()
                                .id(),
                        List.of(new NewStep(() -> "unknown", "x")),
                        Duration.ZERO);
        TestApplication.await(
                application, () -> application.storage().journal().counts().parked() == 1);
        assertThat(reader.loadFacts().pendingJobs()).isEqualTo(2);
        application.storage().journal().drop(parked);
        assertThat(reader.loadFacts().pendingJobs()).isEqualTo(1);
    }

    @Test
    void whoeverListensIsToldOfWorkUntilTheyCloseIt() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        UUID job;
        try (var _ = reader.onChange(() -> told.add("changed"))) {
            job = application
                    .storage()
                    .journal()
                    .add(
                            application
                                    .storage()
                                    .people()
                                    .companies()
                                    .active()
                                    .orElseThrow()
                                    .id(),
                            List.of(new NewStep(() -> "unknown", "x")),
                            Duration.ofHours(1));
            assertThat(told).hasSize(1);
        }
        application.storage().journal().drop(job);
        assertThat(told).hasSize(1);
    }
}
