package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Role;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PersonKind;
import io.vestibule.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Enrolment end to end on the embedded default: real files, real models, real databases.
class ApplicationTest {

    @TempDir
    Path folder;

    private Application application;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void fromPhotosToActiveAndFoundByANewPhoto() {
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana Müller"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        assertThat(enrolment.saved()).isEqualTo(3);
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        var ana = TestApplication.person(application, enrolment.person());
        assertThat(application.enrol().standings().faces(ana))
                .extracting(IndexedFace::state)
                .containsOnly(FaceState.ASSOCIATED);
        var found = application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE));
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().person()).isEqualTo(ana);
        assertThat(found.getFirst().similarity()).isGreaterThan(90);
        assertThat(application.enrol().enrol().identify(SampleFlow.read("/assets/samples/stranger.jpg")))
                .isEmpty();
    }

    @Test
    void aPersonAlreadyEnrolledIsFoundBeforeSaving() {
        var photos = TestApplication.photos(application, 0);
        var first = photos.subList(0, 2);
        var enrolment = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Ana"), first, new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        var matches = application.enrol().enrol().searchDuplicates(photos.get(2));
        assertThat(matches)
                .singleElement()
                .satisfies(personMatch -> assertThat(personMatch.person().id()).isEqualTo(enrolment.person()));
        assertThat(application
                        .enrol()
                        .enrol()
                        .searchDuplicates(TestApplication.photos(application, 1).getFirst()))
                .isEmpty();
        var added = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        photos,
                        new DuplicateDecision.SamePerson(enrolment.person()));
        assertThat(added.saved()).isEqualTo(1);
        assertThat(added.known()).isEqualTo(2);
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        assertThat(application.enrol().standings().faces(TestApplication.person(application, enrolment.person())))
                .hasSize(3);
        assertThat(application.storage().people().bases().findByPerson(enrolment.person()))
                .hasSize(2);
    }

    @Test
    void aPhotoOfAnotherPersonIsFlaggedAndNotAssociated() {
        var photos = new java.util.ArrayList<>(TestApplication.photos(application, 0));
        photos.addFirst(TestApplication.photos(application, 1).getFirst());
        var enrolment = application
                .enrol()
                .enrol()
                .save(TestApplication.visitor(application, "Ana"), photos, new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), State.NEEDS_ATTENTION);
        var faces = application.enrol().standings().faces(TestApplication.person(application, enrolment.person()));
        assertThat(faces)
                .filteredOn(face -> face.state() == FaceState.ASSOCIATED)
                .hasSize(3);
        assertThat(faces)
                .filteredOn(face -> face.state() == FaceState.NOT_ASSOCIATED)
                .singleElement()
                .satisfies(face -> {
                    assertThat(face.reasons()).containsExactly("LOW_MATCH_CONFIDENCE");
                    assertThat(face.confidence()).isPresent();
                });
        assertThat(application.storage().people().photos().findByPerson(enrolment.person()))
                .filteredOn(photo -> photo.flagged())
                .hasSize(1);
    }

    @Test
    void everythingIsThereAfterARestart() {
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        // Closed while steps are still open: they are resumed.
        application.close();
        open();
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                .isNotEmpty();
        assertThat(application.storage().log().verify()).isEmpty();
    }

    @Test
    void aSecondWindowOnTheSameDataIsRefused() {
        assertThatThrownBy(() -> Application.open(folder.resolve("data")))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("settings.data-in-use"));
    }

    @Test
    void nothingPersonalCanBeReadOnDisk() throws Exception {
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Zacharias Quux"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        application.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain("Quux").doesNotContain("JFIF");
                assertThat(Files.getPosixFilePermissions(file))
                        .as(file.toString())
                        .hasSize(2);
            }
        }
        open();
    }

    @Test
    void aRemovedPersonLeavesNothingAnywhere() {
        application.close();
        var clock = new MovableClock(Instant.now());
        application = TestApplication.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        var removal = application.enrol().commands().remove(enrolment.person());
        assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                .isEmpty();
        assertThat(removal.undo()).isTrue();
        assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                .hasSize(1);
        var again = application.enrol().commands().remove(enrolment.person());
        clock.move(Duration.ofSeconds(11));
        application.enrol().runner().wake();
        TestApplication.await(
                application,
                () -> application
                        .storage()
                        .people()
                        .persons()
                        .find(enrolment.person())
                        .isEmpty());
        assertThat(again.undo()).isFalse();
        var faceService = application.engine().service();
        var collection = "Acme_acme-1";
        assertThat(faceService.faces().listFaces(collection, Optional.empty())).isEmpty();
        assertThat(faceService.faces().userStatuses(collection)).isEmpty();
        assertThat(faceService.bucket().keys("")).isEmpty();
    }

    @Test
    void peoplePastTheirRetentionPeriodAreErased() {
        application.close();
        var clock = new MovableClock(Instant.now());
        application = TestApplication.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        var enrolment = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, "Ana"),
                        TestApplication.photos(application, 0),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), State.SEARCHABLE);
        clock.move(Duration.ofDays(6));
        assertThat(application.enrol().housekeeping().run()).isZero();
        clock.move(Duration.ofDays(2));
        assertThat(application.enrol().housekeeping().run()).isEqualTo(1);
        clock.move(Duration.ofDays(1));
        application.enrol().runner().wake();
        TestApplication.await(
                application,
                () -> application
                        .storage()
                        .people()
                        .persons()
                        .find(enrolment.person())
                        .isEmpty());
    }

    @Test
    void nothingIsSavedWithoutConsentExpiryOrRight() {
        var enrolDetails = TestApplication.visitor(application, "Ana");
        var noConsent = new EnrolDetails(
                "", PersonKind.VISITOR, Contact.NONE, Set.of(), "", Optional.empty(), Optional.empty());
        assertThatThrownBy(() ->
                        application.enrol().enrol().save(noConsent, List.of(), new DuplicateDecision.NoDuplicate()))
                .isInstanceOfSatisfying(
                        EnrolException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly(
                                        "enrol.name-missing", "enrol.consent-missing", "enrol.expiry-missing"));
        var watch = new EnrolDetails(
                "Ana", PersonKind.WATCH, Contact.NONE, Set.of(), "", enrolDetails.expires(), enrolDetails.basis());
        assertThatThrownBy(
                        () -> application.enrol().enrol().save(watch, List.of(), new DuplicateDecision.NoDuplicate()))
                .isInstanceOf(EnrolException.class);
        var reception = application.storage().operators().add("Robin", Role.RECEPTION);
        application.storage().operators().signIn(reception.id());
        assertThatThrownBy(
                        () -> application.enrol().enrol().save(watch, List.of(), new DuplicateDecision.NoDuplicate()))
                .hasMessageContaining("audit");
        var saved = application.enrol().enrol().save(enrolDetails, List.of(), new DuplicateDecision.NoDuplicate());
        assertThat(application
                        .enrol()
                        .standings()
                        .statusOf(TestApplication.person(application, saved.person()))
                        .state())
                .isEqualTo(State.NO_PHOTO);
        assertThat(application
                        .storage()
                        .people()
                        .persons()
                        .count(application
                                .storage()
                                .people()
                                .companies()
                                .active()
                                .orElseThrow()
                                .id()))
                .isEqualTo(1);
    }

    @Test
    void sampleNeverTakesLongerThanOneClick() {
        var enrolments = application.enrol().samples().enrolAll();
        assertThat(enrolments).hasSize(3);
        enrolments.forEach(enrolment -> TestApplication.await(application, enrolment.person(), State.SEARCHABLE));
        assertThat(application.enrol().samples().removeAll()).hasSize(3);
        assertThat(application.enrol().samples().present()).isEmpty();
    }

    /// A clock that tests move.
    private static final class MovableClock extends Clock {

        private volatile Instant now;

        MovableClock(Instant start) {
            this.now = start;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
