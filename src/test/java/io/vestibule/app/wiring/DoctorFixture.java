package io.vestibule.app.wiring;

import io.vestibule.base.PersonId;
import io.vestibule.base.ProgressListener;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.FaceCollection.StoredFace;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.doctor.CollectionCheckRun;
import io.vestibule.doctor.Discrepancy;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.fixture.MovableClock;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A whole application with enrolled people whose collection and bucket are changed behind its back.
final class DoctorFixture implements AutoCloseable {

    static final String COLLECTION = TestApplication.COLLECTION;

    private final Path folder;
    final MovableClock clock = new MovableClock();
    private Application application;

    DoctorFixture(Path folder) {
        this.folder = folder;
        this.application = TestApplication.furnished(folder, clock, EngineSettings.DEFAULT);
    }

    Application application() {
        return application;
    }

    /// Closes the program and opens it again on the same folder.
    void reopen() {
        application.close();
        application = TestApplication.furnished(folder, clock, EngineSettings.DEFAULT);
    }

    /// @param sample one of the sample people
    PersonId enrol(String name, int sample) {
        return enrol(name, TestApplication.photos(application, sample));
    }

    PersonId enrol(String name, List<DraftPhoto> photos) {
        var person = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, name), photos, new DuplicateDecision.NoDuplicate())
                .person();
        TestApplication.await(application, person, State.SEARCHABLE);
        return person;
    }

    FaceCollection faces() {
        return TestApplication.service(application).faces();
    }

    PhotoBucket bucket() {
        return TestApplication.service(application).bucket();
    }

    String user(PersonId person) {
        return TestApplication.person(application, person).externalId();
    }

    List<PhotoRecord> photos(PersonId person) {
        return application.storage().people().photos().findByPerson(person);
    }

    UUID collection() {
        return application
                .enrol()
                .collections()
                .findExisting(application
                        .storage()
                        .people()
                        .companies()
                        .active()
                        .orElseThrow()
                        .id())
                .orElseThrow()
                .id();
    }

    List<IndexedFace> recorded(PersonId person) {
        return application.storage().people().collections().faces(person, collection());
    }

    String face(PersonId person, int photo) {
        return recorded(person).get(photo).faceId().orElseThrow();
    }

    List<StoredFace> stored() {
        return faces().listFaces(COLLECTION, Optional.empty());
    }

    void disassociate(PersonId person, String... faceIds) {
        var _ = faces().disassociate(COLLECTION, user(person), List.of(faceIds), token());
    }

    void deleteFace(PersonId person, String faceId) {
        disassociate(person, faceId);
        var _ = faces().deleteFaces(COLLECTION, List.of(faceId));
    }

    static String token() {
        return UUID.randomUUID().toString();
    }

    /// Compares, after everything has settled.
    CollectionCheckRun compare() {
        clock.pass(Duration.ofMinutes(11));
        return application.doctor().compare().run(ProgressListener.NONE);
    }

    /// How many of each kind are open.
    Map<DiscrepancyKind, Long> open(CollectionCheckRun run) {
        var open = new EnumMap<DiscrepancyKind, Long>(DiscrepancyKind.class);
        application.doctor().discrepancies().counts(run.id()).forEach((kind, states) -> {
            long number = states.getOrDefault(DiscrepancyState.OPEN, 0L);
            if (number > 0) {
                open.put(kind, number);
            }
        });
        return open;
    }

    List<Discrepancy> of(CollectionCheckRun run, DiscrepancyKind kind) {
        return application.doctor().discrepancies().page(run.id(), kind, Optional.empty(), 100);
    }

    /// Orders the remedies of these kinds, or of all, and waits until they are done.
    void remedy(CollectionCheckRun run, DiscrepancyKind... kinds) {
        Collection<DiscrepancyKind> chosen =
                kinds.length == 0 ? List.of(DiscrepancyKind.values()) : Arrays.asList(kinds);
        var _ = application.doctor().remedies().order(run, chosen, Undo.WINDOW);
        awaitRemedies(run);
    }

    void awaitRemedies(CollectionCheckRun run) {
        clock.pass(Duration.ofSeconds(11));
        application.enrol().runner().wake();
        TestApplication.await(application, () -> {
            // What waits for a time that does not pass by itself.
            clock.pass(Duration.ofSeconds(1));
            application.enrol().runner().wake();
            return isDone(run);
        });
    }

    private boolean isDone(CollectionCheckRun run) {
        return application.storage().journal().openSteps(1).isEmpty()
                && application.doctor().discrepancies().counts(run.id()).values().stream()
                        .noneMatch(states -> states.containsKey(DiscrepancyState.ORDERED));
    }

    @Override
    public void close() {
        application.close();
    }
}
