package io.vestibule.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static CallCount count(String operation, long charged, long succeeded) {
        return new CallCount(operation, charged, succeeded, 0);
    }

    @Test
    void eachGroupHasItsOwnMillion() {
        var counts = List.of(count("IndexFaces", 1_000_000, 1_000_000), count("DetectText", 500_000, 500_000));

        assertThat(PriceList.calls(counts)).isEqualByComparingTo("1500");
        assertThat(PriceList.chargeable(counts)).isEqualTo(1_500_000);
    }

    @Test
    void thePriceBeyondTheMillionIsSharedByTheGroup() {
        var faces = count("IndexFaces", 1_500_000, 1_500_000);
        var comparisons = count("CompareFaces", 500_000, 500_000);
        var counts = List.of(faces, comparisons, count("DetectFaces", 10, 10), count("ListUsers", 0, 7));

        assertThat(PriceList.share(faces, counts)).isEqualByComparingTo("1350");
        assertThat(PriceList.share(comparisons, counts)).isEqualByComparingTo("450");
        assertThat(PriceList.share(counts.get(2), counts)).isEqualByComparingTo("0.01");
        assertThat(PriceList.share(counts.get(3), counts)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void callsThatTheEmbeddedEngineAnsweredInTheSameMonthAreNotBilled() {
        var counts = List.of(count("IndexFaces", 9, 18), count("ListUsers", 0, 4));

        assertThat(PriceList.billed(counts)).containsExactly(count("IndexFaces", 9, 9), count("ListUsers", 0, 4));
        assertThat(PriceList.calls(PriceList.billed(counts))).isEqualByComparingTo("0.009");
    }

    @Test
    void operationsThatAreNotListedAreFree() {
        assertThat(PriceList.call("DetectLabels")).isEqualByComparingTo("0.001");
        assertThat(PriceList.call("DescribeCollection")).isZero();
        assertThat(PriceList.call("DetectCustomLabels")).isZero();
    }

    @Test
    void theMillionthCallCostsTheFullPriceAndTheNextOneLess() {
        assertThat(PriceList.calls(0)).isZero();
        assertThat(PriceList.calls(1)).isEqualByComparingTo("0.001");
        assertThat(PriceList.calls(1_000_000)).isEqualByComparingTo("1000");
        assertThat(PriceList.calls(1_000_001)).isEqualByComparingTo("1000.0008");
        assertThat(PriceList.calls(3_000_000)).isEqualByComparingTo("2600");
    }

    @Test
    void anOperationThatWasNeverAnsweredHasNoShare() {
        var failed = new CallCount("IndexFaces", 0, 0, 9);
        assertThat(PriceList.share(failed, List.of(failed))).isZero();
    }

    @Test
    void aMonthWithoutCallsCostsNothing() {
        assertThat(PriceList.calls(List.of())).isZero();
        assertThat(PriceList.requests(List.of())).isZero();
        assertThat(PriceList.chargeable(List.of())).isZero();
        assertThat(PriceList.billed(List.of())).isEmpty();
    }

    @Test
    void writingAndListingInTheBucketCostsMoreThanReadingAndDeletingNothing() {
        var counts = List.of(
                count("PutObject", 0, 1_000),
                count("ListObjectsV2", 0, 1_000),
                count("ListObjectVersions", 0, 1_000),
                count("GetObject", 0, 10_000),
                count("DeleteObject", 0, 5_000),
                count("IndexFaces", 7, 7));
        assertThat(PriceList.requests(counts)).isEqualByComparingTo("0.019");
        assertThat(PriceList.request("DeleteObject")).isZero();
        assertThat(PriceList.request("IndexFaces")).isZero();
    }

    @Test
    void requestsToTheBucketThatTheLocalFolderAnsweredAreNotBilled() {
        assertThat(PriceList.billed(List.of(count("PutObject", 2, 5)))).containsExactly(count("PutObject", 2, 2));
    }

    @Test
    void storageIsPaidByTheFaceAndByTheGigabyte() {
        assertThat(PriceList.vectorMonth(0)).isZero();
        assertThat(PriceList.vectorMonth(100_000)).isEqualByComparingTo("1");
        assertThat(PriceList.photoMonth(0)).isZero();
        assertThat(PriceList.photoMonth(1L << 30)).isEqualByComparingTo("0.023");
        assertThat(PriceList.photoMonth(1L << 29)).isEqualByComparingTo("0.0115");
        assertThat(PriceList.modelHour()).isEqualByComparingTo("4");
    }
}
