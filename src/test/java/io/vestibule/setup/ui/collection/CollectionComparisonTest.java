package io.vestibule.setup.ui.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.cloud.FaceCollection.CollectionInfo;
import io.vestibule.people.CollectionIndexStore;
import io.vestibule.people.CollectionRef;
import io.vestibule.setup.CollectionFacts;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.State;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whether our records and the collection agree.
class CollectionComparisonTest {

    private final Strings strings = Strings.strict("app", "setup", "ui");

    private static CollectionFacts facts(long faces, long users, long pixels, long underWay) {
        return new CollectionFacts(
                new CollectionRef(
                        UUID.randomUUID(),
                        new CompanyId("acme-1"),
                        "Acme_acme-1",
                        "embedded-1",
                        "embedded",
                        "local",
                        "1"),
                new CollectionIndexStore.Counts(users, users, faces, faces, faces, 0, 0, pixels),
                false,
                underWay,
                YearMonth.of(2026, 3),
                0,
                BigDecimal.ZERO);
    }

    private CollectionComparison of(long ours, long ourUsers, long theirs, long theirUsers, long underWay) {
        return CollectionComparison.of(
                facts(ours, ourUsers, 0, underWay),
                new CollectionInfo("Acme_acme-1", theirs, theirUsers, "1"),
                strings);
    }

    @Test
    void theSameCountsAgreeEvenWhileWorkIsUnderWay() {
        for (var underWay : new long[] {0, 5}) {
            var same = of(8, 3, 8, 3, underWay);
            assertThat(same.state()).isEqualTo(State.DONE);
            assertThat(same.text()).isEqualTo("Local records and the collection match.");
        }
    }

    @Test
    void oneFaceMoreThatNothingExplainsNeedsALook() {
        var apart = of(8, 3, 9, 3, 0);
        assertThat(apart.state()).isEqualTo(State.LOOK);
        assertThat(apart.text())
                .isEqualTo("The collection has one face missing from the local records."
                        + " No work in progress explains this:"
                        + " somebody else may have changed the collection.");
    }

    @Test
    void facesThatAreMissingAreCounted() {
        assertThat(of(8, 3, 6, 3, 0).text())
                .startsWith("2 faces in the local records are missing from the collection.");
        assertThat(of(8, 3, 7, 3, 0).text())
                .startsWith("One face in the local records is missing from the collection.");
    }

    @Test
    void usersAreToldBesideFacesAndByThemselves() {
        assertThat(of(8, 3, 9, 1, 0).text())
                .startsWith("The collection has one face missing from the local records."
                        + " 2 users in the local records are missing from the collection.");
        assertThat(of(8, 3, 8, 5, 0).text()).startsWith("The collection has 2 users missing from the local records.");
    }

    @Test
    void aDifferenceWhileWorkIsUnderWayOnlyWaits() {
        var moving = of(8, 3, 7, 3, 1);
        assertThat(moving.state()).isEqualTo(State.WAITING);
        assertThat(moving.text()).endsWith("Work is in progress; the numbers may differ until it is done.");
    }

    @Test
    void anEmptyCollectionAgreesWithNoRecords() {
        assertThat(of(0, 0, 0, 0, 0).state()).isEqualTo(State.DONE);
    }

    @Test
    void photosAreReckonedByTheirPixelsAndStorageIsTheSumOfItsParts() {
        var facts = facts(100_000, 50_000, 1_000_000, 0);
        assertThat(facts.photoBytes()).isEqualTo(170_000);
        assertThat(facts.facesMonth()).isEqualByComparingTo("1");
        assertThat(facts.usersMonth()).isEqualByComparingTo("0.5");
        assertThat(facts.storageMonth())
                .isEqualByComparingTo(facts.photosMonth().add(new BigDecimal("1.5")));
        assertThat(facts(0, 0, 0, 0).storageMonth()).isZero();
    }
}
