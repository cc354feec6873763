package io.vestibule.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Counts of calls, at the edges of the time that is asked for.
class CallStoreTest extends ScriptedJournal {

    private CallStore calls;

    @BeforeEach
    void open() {
        calls = new CallStore(database);
    }

    private void call(String operation, String at) {
        calls.add(operation, Instant.parse(at), true, true);
    }

    @Test
    void onlyCallsThatAreChargedForAndSucceededAreBilled() {
        calls.add("IndexFaces", START, true, true);
        calls.add("IndexFaces", START, true, false);
        calls.add("ListUsers", START, false, true);
        assertThat(calls.countBilledSince(START)).isEqualTo(1);
    }

    @Test
    void aCallOfTheFirstMomentIsBilledAndOneBeforeItIsNot() {
        calls.add("IndexFaces", START, true, true);
        assertThat(calls.countBilledSince(START)).isEqualTo(1);
        assertThat(calls.countBilledSince(START.plusMillis(1))).isZero();
    }

    @Test
    void eachOperationTellsWhatWasChargedAnsweredAndFailed() {
        calls.add("IndexFaces", START, true, true);
        calls.add("IndexFaces", START, false, true);
        calls.add("IndexFaces", START, true, false);
        calls.add("IndexFaces", START, false, false);
        calls.add("IndexFaces", START, true, false);
        assertThat(calls.counts(START, START.plusSeconds(1))).containsExactly(new CallCount("IndexFaces", 1, 2, 3));
    }

    @Test
    void theMostFrequentOperationComesFirstAndEqualOnesByName() {
        calls.add("SearchUsers", START, true, true);
        calls.add("SearchUsers", START, true, false);
        calls.add("DeleteFaces", START, false, true);
        calls.add("AssociateFaces", START, true, true);
        assertThat(calls.counts(START, START.plusSeconds(1)))
                .extracting(CallCount::operation)
                .containsExactly("SearchUsers", "AssociateFaces", "DeleteFaces");
    }

    @Test
    void theEndOfTheTimeIsNotPartOfIt() {
        calls.add("IndexFaces", START, true, true);
        assertThat(calls.counts(START.minusSeconds(1), START)).isEmpty();
        assertThat(calls.counts(START, START.plusMillis(1))).hasSize(1);
    }

    @Test
    void aMonthGoesFromItsFirstMomentToTheFirstOfTheNextInUtc() {
        call("Before", "2026-02-28T23:59:59.999Z");
        call("First", "2026-03-01T00:00:00Z");
        call("Last", "2026-03-31T23:59:59.999Z");
        call("After", "2026-04-01T00:00:00Z");
        for (var now : new String[] {"2026-03-01T00:00:00Z", "2026-03-17T12:00:00Z", "2026-03-31T23:59:59Z"}) {
            assertThat(calls.monthCounts(Instant.parse(now)))
                    .as(now)
                    .extracting(CallCount::operation)
                    .containsExactly("First", "Last");
        }
    }

    @Test
    void theMonthAfterDecemberIsJanuary() {
        call("December", "2026-12-31T23:59:59Z");
        call("January", "2027-01-01T00:00:00Z");
        assertThat(calls.monthCounts(Instant.parse("2026-12-15T00:00:00Z")))
                .extracting(CallCount::operation)
                .containsExactly("December");
    }
}
