package io.vestibule.vms.http;

import static io.vestibule.vms.http.VmsFixture.RULE;
import static io.vestibule.vms.http.VmsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.vms.VmsFault;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.CameraEvent;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import io.vestibule.vms.LicenceKey;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.SaveResult;
import io.vestibule.vms.VmsAddress;
import io.vestibule.vms.VmsConnection;
import io.vestibule.vms.VmsFailure;
import io.vestibule.vms.WeekSchedule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpVmsClientTest {

    @TempDir
    private Path folder;

    private VmsFixture fixture;
    private HttpVmsClient client;

    @BeforeEach
    void open() {
        fixture = new VmsFixture(folder, 2);
        client = fixture.client;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRuleIsCreatedReadChangedAndDeleted() {
        SaveResult saveResult = client.create(RULE, client.ruleIds());
        assertThat(saveResult.confirmation()).isEqualTo(SaveResult.Confirmation.ANSWERED);
        assertThat(saveResult.differences()).isEmpty();
        AlertRule rule = saveResult.rule();
        assertThat(rule.id().number()).isGreaterThanOrEqualTo(140);
        assertThat(rule.topic()).endsWith("-alert-rule-" + rule.id());
        assertThat(rule.content()).isEqualTo(RULE);
        assertThat(client.rule(rule.id())).isEqualTo(rule);

        SaveResult changed = client.update(rule, RULE.withName("Renamed").withSchedule(WeekSchedule.NEVER));
        assertThat(changed.confirmation()).isEqualTo(SaveResult.Confirmation.ANSWERED);
        assertThat(changed.differences()).isEmpty();
        assertThat(client.rule(rule.id()).content().name()).isEqualTo("Renamed");

        assertThat(client.delete(rule)).isTrue();
        assertThat(client.delete(rule)).isFalse();
        assertThat(failure(() -> client.rule(rule.id()))).isInstanceOf(VmsFailure.NotFound.class);
    }

    @Test
    void repeatingACreationCreatesOneRule() {
        Set<RemoteRuleId> before = client.ruleIds();
        AlertRule first = client.create(RULE, before).rule();
        SaveResult again = client.create(RULE, before);
        assertThat(again.confirmation()).isEqualTo(SaveResult.Confirmation.FOUND_BEFORE);
        assertThat(again.rule()).isEqualTo(first);
        AlertRule second = client.create(RULE, client.ruleIds()).rule();
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void aCreationIsNotRepeatedWhileARowWithoutAnIdMayBeIt() {
        Set<RemoteRuleId> before = client.ruleIds();
        AlertRule first = client.create(RULE, before).rule();
        fixture.vms.faults().loseIds(Set.of(first.id().number()));
        fixture.vms.faults().record();

        assertThat(failure(() -> client.create(RULE, before))).isInstanceOf(VmsFailure.UnreadableRow.class);
        assertThat(fixture.vms.faults().recorded()).noneMatch(request -> request.startsWith("POST"));

        fixture.vms.faults().loseIds(Set.of());
        assertThat(client.create(RULE, before).rule()).isEqualTo(first);
    }

    @Test
    void aChangeThatWouldOverwriteAnotherIsNotSent() {
        AlertRule known = client.create(RULE, Set.of()).rule();
        client.update(known, RULE.withName("By somebody else"));
        assertThat(failure(() -> client.update(known, RULE.withSchedule(WeekSchedule.NEVER))))
                .isInstanceOfSatisfying(
                        VmsFailure.ChangedMeanwhile.class,
                        changed -> assertThat(changed.now().content().name()).isEqualTo("By somebody else"));
        assertThat(client.update(known, RULE.withName("By somebody else")).confirmation())
                .isEqualTo(SaveResult.Confirmation.FOUND_BEFORE);
    }

    @Test
    void aChangeWithoutDifferencesSendsNothing() {
        AlertRule known = client.create(RULE, Set.of()).rule();
        fixture.vms.faults().failNext("PUT", VmsFault.ILL, false);
        assertThat(client.update(known, RULE).confirmation()).isEqualTo(SaveResult.Confirmation.NOTHING_TO_DO);
    }

    @Test
    void rulesOfOtherKindsAreRenamedWithoutLosingAnything() {
        for (AlertRule other : client.rules()) {
            assertThat(other.content().meta()).isInstanceOf(RuleMeta.Other.class);
            AlertRule kept = client.update(other, other.content().withName("Renamed " + other.id()))
                    .rule();
            var expected = other.raw().node();
            expected.put("name", "Renamed " + other.id());
            assertThat(kept.raw().node()).isEqualTo(expected);
        }
    }

    @Test
    void listsOfManyPagesAreReadCompletely() {
        Set<RemoteRuleId> made = new HashSet<>(client.ruleIds());
        for (int i = 0; i < 6; i++) {
            made.add(client.create(RULE.withName("Rule " + i), Set.of()).rule().id());
        }
        assertThat(client.ruleIds()).isEqualTo(made).hasSize(9);
        assertThat(client.channels()).hasSize(6);
    }

    @Test
    void aListThatChangesWhileItIsReadIsReadAgain() {
        fixture.vms.faults().failNext("GET", VmsFault.MOVING, true);
        assertThat(client.rules()).hasSize(4);
        for (int i = 0; i < 3; i++) {
            fixture.vms.faults().failNext("GET", VmsFault.MOVING, true);
            fixture.vms.faults().failNext("GET", VmsFault.MOVING, true);
        }
        assertThat(failure(client::rules)).isInstanceOf(VmsFailure.UnstableList.class);
    }

    @Test
    void aPageOfAnotherServerIsNotRequested() {
        fixture.vms.faults().failNext("GET", VmsFault.FOREIGN_PAGE, true);
        assertThat(failure(client::rules)).isInstanceOf(VmsFailure.ForeignPage.class);
    }

    @Test
    void camerasAreReadWithoutTheirSecrets() {
        List<Channel> channels = client.channels();
        assertThat(channels).extracting(Channel::id).containsExactly(849L, 850L, 851L, 852L, 853L, 854L);
        assertThat(channels).extracting(Channel::name).contains("Main entrance", "Loading dock");
        assertThat(channels.getFirst().zone()).hasToString("Optional[America/Toronto]");
        assertThat(channels.getFirst().siteIds()).containsExactly("12");
        assertThat(channels.getLast().state()).isEqualTo(Channel.State.OFFLINE);
        assertThat(channels.toString())
                .doesNotContain("password")
                .doesNotContain("token")
                .doesNotContain("rtsp");
    }

    @Test
    void groupsRepresentSites() {
        List<ChannelGroup> groups = client.groups();
        assertThat(groups).extracting(ChannelGroup::link).containsExactly("12", "15");
        assertThat(groups.getFirst().cameraIds()).containsExactly(849L, 850L, 851L);
        assertThat(new ChannelGroup(7, "Doors", List.of()).link()).isEqualTo("group-7");
    }

    @Test
    void aliasesEventsAndTheClockAreRead() {
        assertThat(client.aliases()).containsExactly("motion", "line_crossing");
        assertThat(client.events(849)).contains(new CameraEvent("motion", true));
        assertThat(client.events(854)).contains(new CameraEvent("motion", false));
        fixture.vms.faults().skew(Duration.ofHours(3));
        assertThat(client.time().skew()).isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
    }

    @Test
    void aRefusalCarriesTheMessageOfTheServer() {
        var elsewhere = new io.vestibule.vms.RuleContent(
                "Nowhere",
                "human",
                List.of(1L),
                List.of(),
                List.of("motion"),
                RULE.meta(),
                RULE.recipients(),
                RULE.schedule());
        assertThat(failure(() -> client.create(elsewhere, Set.of())))
                .isInstanceOfSatisfying(VmsFailure.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.serverMessage().detail()).isEqualTo("unknown camera 1");
                    assertThat(refused.problem().args()).containsExactly("400", "unknown camera 1");
                });
    }

    @Test
    void anIncompleteRuleIsNotSent() {
        var nobody = RULE.withMeta(new RuleMeta.KnownPeople("Acme_1", List.of()));
        var twoInOne = RULE.withMeta(new RuleMeta.KnownPeople("Acme_1", List.of("a,b")));
        fixture.vms.faults().failNext("POST", VmsFault.ILL, true);
        for (var rule : List.of(nobody, twoInOne, RULE.withName(" "))) {
            assertThat(failure(() -> client.create(rule, Set.of()))).isInstanceOf(VmsFailure.Incomplete.class);
        }
    }

    @Test
    void anotherCustomerSeesTheirOwnRulesOnly() {
        client.create(RULE, Set.of());
        try (var other = fixture.client(fixture.vms.addAccount(), Timeouts.DEFAULT)) {
            assertThat(other.rules()).noneMatch(rule -> rule.knownPeople().isPresent());
        }
    }

    @Test
    void aWrongKeyIsRefusedAndNotQuotedInTheMessage() {
        var connection =
                new VmsConnection(VmsAddress.parse(fixture.vms.address().toString()), LicenceKey.of("wrong"));
        try (var stranger = new HttpVmsClient(connection, Timeouts.DEFAULT, InstantSource.system())) {
            assertThat(failure(stranger::rules)).isInstanceOfSatisfying(VmsFailure.KeyRefused.class, refused -> {
                assertThat(refused.serverMessage().type()).isEqualTo("invalid_auth");
                assertThat(refused.serverMessage().detail())
                        .doesNotContain("wrong")
                        .contains("•••");
            });
            assertThat(stranger.toString()).doesNotContain("wrong");
        }
    }

    @Test
    void anUnreachableServerIsReportedAtOnce() throws Exception {
        // Bound but not listening: no other program on this computer can answer on the port.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var address = VmsAddress.parse("http://127.0.0.1:" + taken.getLocalPort());
            try (var late = new HttpVmsClient(
                    new VmsConnection(address, LicenceKey.of("k")), Timeouts.DEFAULT, InstantSource.system())) {
                assertThat(failure(late::rules)).isInstanceOf(VmsFailure.Unreachable.class);
            }
        }
    }
}
