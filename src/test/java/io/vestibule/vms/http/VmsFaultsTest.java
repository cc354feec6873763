package io.vestibule.vms.http;

import static io.vestibule.vms.http.VmsFixture.RULE;
import static io.vestibule.vms.http.VmsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.vms.VmsFault;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.SaveResult;
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

/// Every fault of a response leads to a defined state, and no rule is lost or created twice.
class VmsFaultsTest {

    @TempDir
    private Path folder;

    private VmsFixture fixture;

    @BeforeEach
    void open() {
        fixture = new VmsFixture(folder, 1_000);
    }

    @AfterEach
    void close() {
        fixture.vms.faults().release();
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"RESET", "MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFailedReadIsReportedByItsCause(VmsFault vmsFault) {
        fixture.vms.faults().failNext("GET", vmsFault, true);
        try (var client = fixture.impatient()) {
            assertThat(failure(client::rules))
                    .isInstanceOf(vmsFault == VmsFault.SLOW ? VmsFailure.ReadNoAnswer.class : expected(vmsFault));
            assertThat(client.rules()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"ILL", "BAD_GATEWAY", "EMPTY", "SLOW", "RESET"})
    void aCreationWhoseAnswerIsLostIsFound(VmsFault vmsFault) {
        try (var client = fixture.impatient()) {
            Set<RemoteRuleId> before = client.ruleIds();
            fixture.vms.faults().failNext("POST", vmsFault, true);
            SaveResult saveResult = client.create(RULE, before);
            assertThat(saveResult.confirmation()).isEqualTo(SaveResult.Confirmation.FOUND_AFTERWARDS);
            assertThat(saveResult.rule().content()).isEqualTo(RULE);
            assertThat(ours()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFailedCreationIsReportedAndCanBeRetried(VmsFault vmsFault) {
        try (var client = fixture.impatient()) {
            Set<RemoteRuleId> before = client.ruleIds();
            fixture.vms.faults().failNext("POST", vmsFault, false);
            assertThat(failure(() -> client.create(RULE, before))).isInstanceOf(expected(vmsFault));
            assertThat(ours()).isZero();
            assertThat(client.create(RULE, before).confirmation()).isEqualTo(SaveResult.Confirmation.ANSWERED);
            assertThat(ours()).isEqualTo(1);
        }
    }

    @Test
    void aCreationThatCouldNotBeVerifiedIsFoundByTheRetry() {
        Set<RemoteRuleId> before = fixture.client.ruleIds();
        fixture.vms.faults().failNext("POST", VmsFault.RESET, true);
        // The first read looks for earlier attempts, the second one for this one.
        fixture.vms.faults().failAfter(1, "GET", VmsFault.BAD_GATEWAY, false);
        assertThat(failure(() -> fixture.client.create(RULE, before))).isInstanceOf(VmsFailure.NoAnswer.class);
        assertThat(fixture.client.create(RULE, before).confirmation()).isEqualTo(SaveResult.Confirmation.FOUND_BEFORE);
        assertThat(ours()).isEqualTo(1);
    }

    @Test
    void aSavedRuleThatCannotBeReadBackIsStillSaved() {
        Set<RemoteRuleId> before = fixture.client.ruleIds();
        fixture.vms.faults().failAfter(1, "GET", VmsFault.BAD_GATEWAY, false);
        SaveResult saveResult = fixture.client.create(RULE, before);
        assertThat(saveResult.confirmation()).isEqualTo(SaveResult.Confirmation.ANSWERED);
        assertThat(saveResult.rule().content()).isEqualTo(RULE);
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"ILL", "BAD_GATEWAY", "EMPTY", "SLOW", "RESET"})
    void aChangeWhoseAnswerIsLostIsReadAgain(VmsFault vmsFault) {
        AlertRule known = fixture.client.create(RULE, Set.of()).rule();
        try (var client = fixture.impatient()) {
            fixture.vms.faults().failNext("PUT", vmsFault, true);
            SaveResult saveResult = client.update(known, RULE.withName("Renamed"));
            assertThat(saveResult.confirmation()).isEqualTo(SaveResult.Confirmation.FOUND_AFTERWARDS);
            assertThat(saveResult.rule().content().name()).isEqualTo("Renamed");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFailedChangeIsReported(VmsFault vmsFault) {
        AlertRule known = fixture.client.create(RULE, Set.of()).rule();
        try (var client = fixture.impatient()) {
            fixture.vms.faults().failNext("PUT", vmsFault, false);
            assertThat(failure(() -> client.update(known, RULE.withName("Renamed"))))
                    .isInstanceOf(expected(vmsFault));
            assertThat(client.rule(known.id())).isEqualTo(known);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"ILL", "BAD_GATEWAY", "SLOW", "RESET"})
    void aDeletionWhoseAnswerIsLostSucceeds(VmsFault vmsFault) {
        AlertRule known = fixture.client.create(RULE, Set.of()).rule();
        try (var client = fixture.impatient()) {
            fixture.vms.faults().failNext("DELETE", vmsFault, true);
            assertThat(client.delete(known)).isTrue();
            assertThat(ours()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = VmsFault.class,
            names = {"KEY_EXPIRED", "FORBIDDEN", "ILL", "BAD_GATEWAY", "RESET", "SLOW", "BUSY"})
    void aFailedDeletionIsReported(VmsFault vmsFault) {
        AlertRule known = fixture.client.create(RULE, Set.of()).rule();
        try (var client = fixture.impatient()) {
            fixture.vms.faults().failNext("DELETE", vmsFault, false);
            assertThat(failure(() -> client.delete(known))).isInstanceOf(expected(vmsFault));
            assertThat(ours()).isEqualTo(1);
        }
    }

    @Test
    void theServerSaysHowLongToWait() {
        fixture.vms.faults().failNext("GET", VmsFault.BUSY_FOR_A_WHILE, false);
        assertThat(failure(fixture.client::rules)).isEqualTo(new VmsFailure.Busy(Optional.of(Duration.ofSeconds(7))));
        fixture.vms.faults().failNext("GET", VmsFault.BUSY, false);
        assertThat(failure(fixture.client::rules)).isEqualTo(new VmsFailure.Busy(Optional.empty()));
    }

    private long ours() {
        return fixture.client.rules().stream()
                .filter(rule -> rule.knownPeople().isPresent())
                .count();
    }

    private static Class<? extends VmsFailure> expected(VmsFault vmsFault) {
        return switch (vmsFault) {
            case KEY_EXPIRED -> VmsFailure.KeyRefused.class;
            case FORBIDDEN -> VmsFailure.Denied.class;
            case MISSING -> VmsFailure.NotFound.class;
            case ILL, BAD_GATEWAY -> VmsFailure.ServerError.class;
            case EMPTY -> VmsFailure.Unreadable.class;
            case SLOW, RESET -> VmsFailure.NoAnswer.class;
            case BUSY, BUSY_FOR_A_WHILE -> VmsFailure.Busy.class;
            case MOVING -> VmsFailure.UnstableList.class;
            case FOREIGN_PAGE -> VmsFailure.ForeignPage.class;
        };
    }
}
