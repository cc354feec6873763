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
}
