package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.Role;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.Contact;
import io.vestibule.people.FaceState;
import io.vestibule.people.IndexedFace;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Standing.State;
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
class HouseTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = TestHouse.furnished(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void fromPhotosToActiveAndFoundByANewPhoto() {
        var enrolment = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana Müller"), TestHouse.photos(house, 0), new Decision.Unknown());
        assertThat(enrolment.saved()).isEqualTo(3);
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        var ana = TestHouse.person(house, enrolment.person());
        assertThat(house.enrol().standings().faces(ana))
                .extracting(IndexedFace::state)
                .containsOnly(FaceState.ASSOCIATED);
        var found = house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE));
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().person()).isEqualTo(ana);
        assertThat(found.getFirst().similarity()).isGreaterThan(90);
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read("/assets/samples/stranger.jpg")))
                .isEmpty();
    }

    @Test
    void somebodyAlreadyEnrolledIsFoundBeforeSaving() {
        var photos = TestHouse.photos(house, 0);
        var first = photos.subList(0, 2);
        var enrolment = house.enrol().enrol().save(TestHouse.visitor(house, "Ana"), first, new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        var matches = house.enrol().enrol().alreadyEnrolled(photos.get(2));
        assertThat(matches)
                .singleElement()
                .satisfies(match -> assertThat(match.person().id()).isEqualTo(enrolment.person()));
        assertThat(house.enrol()
                        .enrol()
                        .alreadyEnrolled(TestHouse.photos(house, 1).getFirst()))
                .isEmpty();
        var added = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), photos, new Decision.SamePerson(enrolment.person()));
        assertThat(added.saved()).isEqualTo(1);
        assertThat(added.known()).isEqualTo(2);
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        assertThat(house.enrol().standings().faces(TestHouse.person(house, enrolment.person())))
                .hasSize(3);
        assertThat(house.cellar().people().bases().of(enrolment.person())).hasSize(2);
    }

    @Test
    void aPhotoOfSomebodyElseIsFlaggedAndNotAssociated() {
        var photos = new java.util.ArrayList<>(TestHouse.photos(house, 0));
        photos.addFirst(TestHouse.photos(house, 1).getFirst());
        var enrolment = house.enrol().enrol().save(TestHouse.visitor(house, "Ana"), photos, new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), State.NEEDS_ATTENTION);
        var faces = house.enrol().standings().faces(TestHouse.person(house, enrolment.person()));
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
        assertThat(house.cellar().people().photos().of(enrolment.person()))
                .filteredOn(photo -> photo.flagged())
                .hasSize(1);
    }

    @Test
    void everythingIsThereAfterARestart() {
        var enrolment = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.Unknown());
        // Closed while steps are still open: they are taken up again.
        house.close();
        open();
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                .isNotEmpty();
        assertThat(house.cellar().log().verify()).isEmpty();
    }

    @Test
    void aSecondWindowOnTheSameDataIsRefused() {
        assertThatThrownBy(() -> House.open(folder.resolve("data")))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("settings.data-in-use"));
    }

    @Test
    void nothingPersonalCanBeReadOnDisk() throws Exception {
        var enrolment = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Zacharias Quux"), TestHouse.photos(house, 0), new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        house.close();
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
        house.close();
        var clock = new MovableClock(Instant.now());
        house = TestHouse.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        var enrolment = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        var removal = house.enrol().commands().remove(enrolment.person());
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                .isEmpty();
        assertThat(removal.undo()).isTrue();
        assertThat(house.enrol().enrol().whoIs(SampleFlow.read(SampleFlow.PROBE)))
                .hasSize(1);
        var again = house.enrol().commands().remove(enrolment.person());
        clock.move(Duration.ofSeconds(11));
        house.enrol().runner().wake();
        TestHouse.await(
                house,
                () -> house.cellar().people().persons().find(enrolment.person()).isEmpty());
        assertThat(again.undo()).isFalse();
        var service = house.engine().service();
        var collection = "Acme_acme-1";
        assertThat(service.faces().faces(collection, Optional.empty())).isEmpty();
        assertThat(service.faces().userStatuses(collection)).isEmpty();
        assertThat(service.bucket().keys("")).isEmpty();
    }

    @Test
    void whoseTimeIsOverIsForgotten() {
        house.close();
        var clock = new MovableClock(Instant.now());
        house = TestHouse.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        var enrolment = house.enrol()
                .enrol()
                .save(TestHouse.visitor(house, "Ana"), TestHouse.photos(house, 0), new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), State.SEARCHABLE);
        clock.move(Duration.ofDays(6));
        assertThat(house.enrol().housekeeping().run()).isZero();
        clock.move(Duration.ofDays(2));
        assertThat(house.enrol().housekeeping().run()).isEqualTo(1);
        TestHouse.await(
                house,
                () -> house.cellar().people().persons().find(enrolment.person()).isEmpty());
    }

    @Test
    void nothingIsSavedWithoutConsentExpiryOrRight() {
        var details = TestHouse.visitor(house, "Ana");
        var noConsent =
                new Details("", PersonKind.VISITOR, Contact.NONE, Set.of(), "", Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> house.enrol().enrol().save(noConsent, List.of(), new Decision.Unknown()))
                .isInstanceOfSatisfying(
                        EnrolException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly(
                                        "enrol.name-missing", "enrol.consent-missing", "enrol.expiry-missing"));
        var watch =
                new Details("Ana", PersonKind.WATCH, Contact.NONE, Set.of(), "", details.expires(), details.basis());
        assertThatThrownBy(() -> house.enrol().enrol().save(watch, List.of(), new Decision.Unknown()))
                .isInstanceOf(EnrolException.class);
        var reception = house.cellar().operators().add("Robin", Role.RECEPTION);
        house.cellar().operators().signIn(reception.id());
        assertThatThrownBy(() -> house.enrol().enrol().save(watch, List.of(), new Decision.Unknown()))
                .hasMessageContaining("audit");
        var saved = house.enrol().enrol().save(details, List.of(), new Decision.Unknown());
        assertThat(house.enrol()
                        .standings()
                        .of(TestHouse.person(house, saved.person()))
                        .state())
                .isEqualTo(State.NO_PHOTO);
        assertThat(house.cellar()
                        .people()
                        .persons()
                        .count(house.cellar()
                                .people()
                                .companies()
                                .active()
                                .orElseThrow()
                                .id()))
                .isEqualTo(1);
    }

    @Test
    void sampleNeverTakesLongerThanOneClick() {
        var enrolments = house.enrol().samples().enrolAll();
        assertThat(enrolments).hasSize(3);
        enrolments.forEach(enrolment -> TestHouse.await(house, enrolment.person(), State.SEARCHABLE));
        assertThat(house.enrol().samples().removeAll()).hasSize(3);
        assertThat(house.enrol().samples().present()).isEmpty();
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
