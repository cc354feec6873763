package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.PhotoProblem;
import io.vestibule.people.change.PhotoProblem.Remedy;
import io.vestibule.people.change.PhotoProblem.Repair;
import io.vestibule.photo.Photo;
import io.vestibule.photo.PhotoDecoder;
import io.vestibule.photo.PhotoEncoder;
import io.vestibule.photo.PhotoLimits;
import io.vestibule.photo.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A real application with the embedded engine, and two people of whom photos can be enrolled, mixed or disguised.
abstract class RepairsFixture {

    @TempDir
    Path folder;

    ShiftedClock clock;
    Application application;
    List<DraftPhoto> anas;
    List<DraftPhoto> beas;

    @BeforeEach
    void open() {
        clock = new ShiftedClock();
        application = TestApplication.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        anas = TestApplication.photos(application, 0);
        beas = TestApplication.photos(application, 1);
    }

    @AfterEach
    void close() {
        new ConsistencyCheck(application, clock).settle();
        new ConsistencyCheck(application, clock).check();
        application.close();
    }

    PersonId enrolMixed() {
        var photos = new ArrayList<>(anas);
        photos.add(beas.getFirst());
        return enrol("Ana", State.NEEDS_ATTENTION, photos);
    }

    PersonId enrol(String name, State state, List<DraftPhoto> photos) {
        var enrolment = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, name), photos, new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), state);
        return enrolment.person();
    }

    void settled(PersonId person) {
        TestApplication.await(
                application,
                () -> application
                                .storage()
                                .journal()
                                .openStepsFor(person.toString())
                                .isEmpty()
                        && photos(person).stream()
                                .allMatch(photo -> application
                                        .storage()
                                        .journal()
                                        .openStepsFor(photo.toString())
                                        .isEmpty()));
    }

    PhotoProblem only(PersonId person) {
        var troubles = application.enrol().repairs().problemsOf(person);
        assertThat(troubles).hasSize(1);
        return troubles.getFirst();
    }

    static Remedy remedy(PhotoProblem photoProblem, Repair repair) {
        return photoProblem.remedies().stream()
                .filter(remedy -> remedy.repair() == repair)
                .findFirst()
                .orElseThrow(() -> new AssertionError(repair + " is not offered by " + photoProblem));
    }

    Optional<io.vestibule.people.change.Undo> repair(PhotoProblem photoProblem, Remedy remedy) {
        return application.enrol().repairs().repair(photoProblem, remedy);
    }

    FaceCollection service() {
        return TestApplication.service(application).faces();
    }

    String face(PersonId person, PhotoProblem photoProblem) {
        return faces(person).stream()
                .filter(face -> Optional.of(face.photo()).equals(photoProblem.photo()))
                .findFirst()
                .flatMap(IndexedFace::faceId)
                .orElseThrow();
    }

    /// Adds faces of the same person to the user, as other consoles would, until the limit is reached.
    void fill(PersonId person) {
        var photo = anas.getFirst().photo().bytes();
        for (int i = 3; i < 100; i++) {
            var index = service()
                    .index(
                            TestApplication.COLLECTION,
                            new io.vestibule.cloud.ImageSource.Bytes(photo),
                            "other-" + i,
                            1,
                            io.vestibule.cloud.QualityFilter.AUTO);
            service()
                    .associate(
                            TestApplication.COLLECTION,
                            external(person),
                            List.of(index.indexed().getFirst().faceId()),
                            0,
                            "other-" + i);
        }
    }

    void emptyAgain(PersonId person) {
        var ours =
                faces(person).stream().flatMap(face -> face.faceId().stream()).toList();
        var others = service().listFaces(TestApplication.COLLECTION, Optional.of(external(person))).stream()
                .map(FaceCollection.StoredFace::faceId)
                .filter(face -> !ours.contains(face))
                .toList();
        service().disassociate(TestApplication.COLLECTION, external(person), others, "empty");
        service().deleteFaces(TestApplication.COLLECTION, others);
    }

    Person person(PersonId person) {
        return TestApplication.person(application, person);
    }

    String external(PersonId person) {
        return person(person).externalId();
    }

    List<IndexedFace> faces(PersonId person) {
        return application.enrol().standings().faces(person(person));
    }

    List<FaceState> states(PersonId person) {
        return faces(person).stream().map(IndexedFace::state).toList();
    }

    List<PhotoId> photos(PersonId person) {
        return application.storage().people().photos().findByPerson(person).stream()
                .map(PhotoRecord::id)
                .toList();
    }

    /// A photo that the local checks would have rejected, as a service with other checks would get it.
    static DraftPhoto disguised(Photo photo, DraftPhoto as) {
        return new DraftPhoto(photo, as.thumbnail(), as.face(), List.of());
    }

    static Photo read(String sample) throws Exception {
        var pixels =
                new PhotoDecoder(PhotoLimits.DEFAULT).decode(Files.readAllBytes(Path.of("assets/samples", sample)));
        return PhotoEncoder.standard().encode(pixels);
    }

    static Photo blank() throws Exception {
        var argb = new int[320 * 400];
        Arrays.fill(argb, 0xFF8090A0);
        return PhotoEncoder.standard().encode(new Pixels(320, 400, argb));
    }
}
