package io.vestibule.vms.http;

import static io.vestibule.vms.http.VmsFixture.RULE;
import static io.vestibule.vms.http.VmsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.vms.Fault;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Saved;
import io.vestibule.vms.VmsFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every way in which an answer goes wrong ends in a clear state, and no rule is lost or doubled.
class FaultsTest {

    @TempDir
    private Path folder;

    private VmsFixture house;

    @BeforeEach
    void open() {
        house = new VmsFixture(folder, 1_000);
    }

    @AfterEach
    void close() {
        house.vms.faults().release();
        house.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aReadThatGoesWrongIsToldAsWhatItIs(Fault fault) {
        house.vms.faults().next("GET", fault, true);
        try (var client = house.impatient()) {
            assertThat(failure(client::rules)).isInstanceOf(expected(fault));
            assertThat(client.rules()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ILL", "BAD_GATEWAY", "EMPTY", "SLOW", "RESET"})
    void aCreationWhoseAnswerIsLostIsFound(Fault fault) {
        try (var client = house.impatient()) {
            Set<Long> before = client.ruleIds();
            house.vms.faults().next("POST", fault, true);
            Saved saved = client.create(RULE, before);
            assertThat(saved.how()).isEqualTo(Saved.How.FOUND_AFTERWARDS);
            assertThat(saved.rule().content()).isEqualTo(RULE);
            assertThat(ours()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aCreationThatDidNotHappenIsToldAndCanBeTriedAgain(Fault fault) {
        try (var client = house.impatient()) {
            Set<Long> before = client.ruleIds();
            house.vms.faults().next("POST", fault, false);
            assertThat(failure(() -> client.create(RULE, before))).isInstanceOf(expected(fault));
            assertThat(ours()).isZero();
            assertThat(client.create(RULE, before).how()).isEqualTo(Saved.How.ANSWERED);
            assertThat(ours()).isEqualTo(1);
        }
    }

    @Test
    void aCreationThatCouldNotBeLookedForIsFoundByTheNextAttempt() {
        Set<Long> before = house.client.ruleIds();
        house.vms.faults().next("POST", Fault.RESET, true);
        // The first reading looks for earlier attempts, the second one for this one.
        house.vms.faults().after(1, "GET", Fault.BAD_GATEWAY, false);
        assertThat(failure(() -> house.client.create(RULE, before))).isInstanceOf(VmsFailure.NoAnswer.class);
        assertThat(house.client.create(RULE, before).how()).isEqualTo(Saved.How.FOUND_BEFORE);
        assertThat(ours()).isEqualTo(1);
    }

    @Test
    void aSavedRuleThatCannotBeReadAgainIsSavedAllTheSame() {
        Set<Long> before = house.client.ruleIds();
        house.vms.faults().after(1, "GET", Fault.BAD_GATEWAY, false);
        Saved saved = house.client.create(RULE, before);
        assertThat(saved.how()).isEqualTo(Saved.How.ANSWERED);
        assertThat(saved.rule().content()).isEqualTo(RULE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ILL", "BAD_GATEWAY", "EMPTY", "SLOW", "RESET"})
    void aChangeWhoseAnswerIsLostIsReadAgain(Fault fault) {
        AlertRule known = house.client.create(RULE, Set.of()).rule();
        try (var client = house.impatient()) {
            house.vms.faults().next("PUT", fault, true);
            Saved saved = client.update(known, RULE.withName("Renamed"));
            assertThat(saved.how()).isEqualTo(Saved.How.FOUND_AFTERWARDS);
            assertThat(saved.rule().content().name()).isEqualTo("Renamed");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aChangeThatDidNotHappenIsTold(Fault fault) {
        AlertRule known = house.client.create(RULE, Set.of()).rule();
        try (var client = house.impatient()) {
            house.vms.faults().next("PUT", fault, false);
            assertThat(failure(() -> client.update(known, RULE.withName("Renamed"))))
                    .isInstanceOf(expected(fault));
            assertThat(client.rule(known.id())).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ILL", "BAD_GATEWAY", "SLOW", "RESET"})
    void aDeletionWhoseAnswerIsLostCounts(Fault fault) {
        AlertRule known = house.client.create(RULE, Set.of()).rule();
        try (var client = house.impatient()) {
            house.vms.faults().next("DELETE", fault, true);
            assertThat(client.delete(known.id())).isTrue();
            assertThat(ours()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"KEY_EXPIRED", "FORBIDDEN", "ILL", "BAD_GATEWAY", "RESET", "SLOW", "BUSY"})
    void aDeletionThatDidNotHappenIsTold(Fault fault) {
        AlertRule known = house.client.create(RULE, Set.of()).rule();
        try (var client = house.impatient()) {
            house.vms.faults().next("DELETE", fault, false);
            assertThat(failure(() -> client.delete(known.id()))).isInstanceOf(expected(fault));
            assertThat(ours()).isEqualTo(1);
        }
    }

    @Test
    void theServerSaysHowLongToWait() {
        house.vms.faults().next("GET", Fault.BUSY_FOR_A_WHILE, false);
        assertThat(failure(house.client::rules)).isEqualTo(new VmsFailure.Busy(Optional.of(Duration.ofSeconds(7))));
        house.vms.faults().next("GET", Fault.BUSY, false);
        assertThat(failure(house.client::rules)).isEqualTo(new VmsFailure.Busy(Optional.empty()));
    }

    private long ours() {
        return house.client.rules().stream()
                .filter(rule -> rule.people().isPresent())
                .count();
    }

    private static Class<? extends VmsFailure> expected(Fault fault) {
        return switch (fault) {
            case KEY_EXPIRED -> VmsFailure.KeyRefused.class;
            case FORBIDDEN -> VmsFailure.Denied.class;
            case MISSING -> VmsFailure.NotFound.class;
            case ILL, BAD_GATEWAY -> VmsFailure.Ill.class;
            case EMPTY -> VmsFailure.Unreadable.class;
            case SLOW, RESET -> VmsFailure.NoAnswer.class;
            case BUSY, BUSY_FOR_A_WHILE -> VmsFailure.Busy.class;
            case MOVING -> VmsFailure.Restless.class;
            case FOREIGN_PAGE -> VmsFailure.ForeignPage.class;
        };
    }
}
