package io.vestibule.enrol.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.EnrolStep;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.fixture.SecondService;
import io.vestibule.journal.run.NewStep;
import io.vestibule.people.PhotoRecord;
import io.vestibule.people.change.ErasureCheck;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.people.change.ErasurePlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every place is asked again for a person who was erased.
class ErasureCheckStepsTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private EnrolFixture fixture;
    private PersonId ana;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder);
        ana = fixture.enrol("Ana", fixture.photos(0).subList(0, 2));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ErasureCheckStore checks() {
        return new ErasureCheckStore(fixture.application().storage().database());
    }

    private ErasureCheck latest() {
        var company =
                fixture.application().storage().people().companies().active().orElseThrow();
        return checks().latest(company.id(), 1).getFirst();
    }

    @Test
    void afterARemovalEveryPlaceWasAskedAndNothingIsKnownAnyMore() {
        fixture.enrol().commands().remove(ana);
        fixture.passUndoWindow();

        var check = latest();
        assertThat(check.person()).isEqualTo(ana);
        assertThat(check.operator()).isPresent();
        assertThat(check.verifiedAt()).isPresent();
        assertThat(check.places()).containsOnlyKeys(ErasurePlace.values());
        assertThat(check.places().values())
                .allSatisfy(counts -> assertThat(counts.after()).hasValue(0));
        assertThat(counts(check, ErasurePlace.FACES).before()).isEqualTo(2);
        assertThat(counts(check, ErasurePlace.PHOTOS).before()).isEqualTo(2);
        assertThat(counts(check, ErasurePlace.USER).before()).isEqualTo(1);
        assertThat(counts(check, ErasurePlace.CONSENTS).before()).isEqualTo(1);
        assertThat(fixture.actions(ana.value())).contains("erasure.verified");
        var ids = checks().ids(check.id());
        assertThat(ids.faces()).isEmpty();
        assertThat(ids.photos()).isEmpty();
    }

    @Test
    void anUndoneRemovalHasNothingToProve() {
        var undo = fixture.enrol().commands().remove(ana);
        assertThat(undo.undo()).isTrue();
        fixture.passUndoWindow();
        var company =
                fixture.application().storage().people().companies().active().orElseThrow();
        assertThat(checks().latest(company.id(), 1)).isEmpty();
    }

    @Test
    void whatIsLeftIsCountedAndAskedForUntilItIsGone() {
        var photo = fixture.photosOf(ana).getFirst();
        var person =
                fixture.application().storage().people().persons().find(ana).orElseThrow();
        var collection = fixture.application().enrol().collections().getOrCreateById(person.company());
        var id = UUID.randomUUID();
        Map<ErasurePlace, ErasureCheck.Counts> places = new EnumMap<>(ErasurePlace.class);
        for (var place : ErasurePlace.values()) {
            places.put(place, new ErasureCheck.Counts(1, Optional.empty()));
        }
        var now = fixture.clock.instant();
        // As if the erasure had claimed to be done without doing anything.
        checks().insert(
                        new ErasureCheck(
                                id,
                                person.company(),
                                ana,
                                new ErasureCheck.Collection(
                                        collection.id(), collection.externalId(), collection.engine()),
                                Optional.empty(),
                                now,
                                now,
                                Optional.empty(),
                                Optional.empty(),
                                places),
                        new ErasureCheck.Ids(person.externalId(), List.of(), List.of(photo.toString())));
        fixture.journal()
                .add(person.company(), List.of(new NewStep(EnrolStep.VERIFY_ERASED, ana.toString())), Duration.ZERO);
        fixture.work();

        var found = latest();
        assertThat(found.verifiedAt()).isEmpty();
        assertThat(counts(found, ErasurePlace.USER).after()).hasValue(1);
        assertThat(counts(found, ErasurePlace.FACES).after()).hasValue(2);
        assertThat(counts(found, ErasurePlace.PHOTOS).after()).hasValue(1);
        assertThat(counts(found, ErasurePlace.RECORD).after()).hasValue(1);
        assertThat(checks().countOpen(person.company(), now.plusSeconds(1))).isEqualTo(1);
        assertThat(fixture.real().bucket().keys(PhotoRecord.key(photo))).hasSize(1);
        assertThat(fixture.journal().openSteps(5).getFirst().problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("enrol.erasure-left"));

        fixture.enrol().commands().remove(ana);
        fixture.passUndoWindow();
        fixture.pass(Duration.ofMinutes(10));
        assertThat(checks().find(id).orElseThrow().verifiedAt()).isPresent();
    }

    @Test
    void whatIsStoredInAnotherConnectionKeepsTheErasureOpen() {
        try (var second = SecondService.open(elsewhere)) {
            fixture.use(second.service());
            fixture.enrol().commands().remove(ana);
            fixture.passUndoWindow();
            assertThat(latest().verifiedAt()).isEmpty();
            assertThat(counts(latest(), ErasurePlace.ELSEWHERE).after()).hasValue(1);
            assertThat(latest().isOnlyElsewhere()).isTrue();

            fixture.useEmbedded();
            fixture.pass(Duration.ofHours(1));
            assertThat(latest().verifiedAt()).isPresent();
        }
    }

    private static ErasureCheck.Counts counts(ErasureCheck check, ErasurePlace place) {
        return Objects.requireNonNull(check.places().get(place));
    }
}
