package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.DriftReport;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleState;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two companies, two VMSs: people come and go, others work on both VMSs, answers are lost or late, the program is
/// ended or killed at any time, and the company and the VMS in use are changed. After every calm each rule of ours is
/// what its sentence says, each rule of
/// others is what they made it, byte for byte, and state and count of every rule tell it.
///
/// `-Dvestibule.world.seeds=100 -Dvestibule.world.steps=60` for more; a failure names its seed, and fewer
/// steps of the same seed are its beginning.
class RulesWorldTest extends RulesWorldSteps {

    /// These have kills on either VMS, merges, a wrong clock, a restart, people who expire, and answers that are late.
    private static final List<Integer> USUAL = List.of(7, 10);

    private static final int SEEDS = Integer.getInteger("vestibule.world.seeds", 0);
    private static final int FIRST = Integer.getInteger("vestibule.world.first", 1);
    private static final int STEPS = Integer.getInteger("vestibule.world.steps", 16);
    private static final int CALM_EVERY = 4;
    private static final int MOST_ROUNDS = 4;

    static List<Integer> seeds() {
        return SEEDS == 0
                ? USUAL
                : IntStream.range(FIRST, FIRST + SEEDS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRuleIsWhatItsSentenceSaysAfterEveryCalm(int seed) {
        random = new Random(seed);
        try (SecondVms opened = new SecondVms(folder("other"));
                SecondVms served = new SecondVms(folder("first"))) {
            other = Optional.of(opened);
            // Only a VMS of its own goes on when the program is killed.
            first = seed % 2 == 0 ? Optional.empty() : Optional.of(served);
            use();
            foundCompanies();
            for (int company = 0; company < companies.size(); company++) {
                join();
                join();
                switchCompany();
            }
            theirRule();
            switchVms();
            theirRule();
            for (int step = 1; step <= STEPS; step++) {
                step();
                if (step % CALM_EVERY == 0) {
                    calm("seed " + seed + ", step " + step + story);
                }
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + story, e);
        }
    }

    private Path folder(String name) {
        try {
            return Files.createDirectory(elsewhere.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step() {
        switch (random.nextInt(23)) {
            case 0, 1 -> join();
            case 2 -> leave();
            case 3, 20, 21 -> merge();
            case 4 -> losePhotos();
            case 5, 6, 7, 8 -> newRule();
            case 9, 10 -> editRule();
            case 11 -> theirHands();
            case 12 -> theirRule();
            case 13 -> holiday();
            case 14 -> pass(random.nextInt(4) == 0 ? Duration.ofDays(10) : Duration.ofHours(1 + random.nextInt(30)));
            case 15 -> restart();
            case 16 -> deleteRule();
            case 17 -> expire();
            case 18 -> recreate();
            case 19 -> wrongClock();
            default -> switchVms();
        }
        if (random.nextInt(3) == 0) {
            switchCompany();
        }
    }

    private void calm(String as) {
        for (int visit = 0; visit < 2; visit++) {
            for (int company = 0; company < companies.size(); company++) {
                settle();
                switchCompany();
            }
            check(as);
            switchVms();
        }
    }

    /// A manager of the company looks at every rule until nothing is left to do.
    private void settle() {
        boolean busy = true;
        for (int round = 0; busy && round < MOST_ROUNDS; round++) {
            clock.move(Duration.ofMinutes(1));
            rules.drift().reconcile();
            cascaded();
            List<RuleEntry> entries = rules.drift().reconcile().entries();
            entries.forEach(this::settle);
            busy = entries.stream()
                    .anyMatch(entry -> entry.state() != RuleState.SENT
                            && entry.state() != RuleState.OTHERS
                            && entry.state() != RuleState.ELSEWHERE);
        }
    }

    private void check(String as) {
        faultsHere().clear();
        for (int company = 0; company < companies.size(); company++) {
            rules.drift().reconcile();
            switchCompany();
        }
        Map<RemoteRuleId, AlertRule> there = hands().rules().stream()
                .filter(rule -> rule.knownPeople().isPresent())
                .collect(Collectors.toMap(
                        rule -> new RemoteRuleId(vms().id(), rule.id().number()), rule -> rule));
        Set<RemoteRuleId> accounted = new HashSet<>();
        Map<String, Integer> fromInside = new HashMap<>();
        Map<String, Integer> fromOutside = new HashMap<>();
        for (int company = 0; company < companies.size(); company++) {
            DriftReport report = rules.drift().reconcile();
            assertThat(report.offline()).as(as).isEmpty();
            rules.otherCompanies().reconcile(report.snapshot().orElseThrow()).forEach(others -> {
                assertThat(others.failed()).as(as).isFalse();
                fromOutside.put(others.name(), others.attention());
            });
            fromInside.put(companyName(), check(rules.drift().reconcile(), there, accounted, as));
            switchCompany();
        }
        fromOutside.forEach((name, count) ->
                assertThat(count).as("%s, %s from outside", as, name).isEqualTo(fromInside.get(name)));
        theirs.forEach((id, bytes) -> {
            RemoteRuleId here = new RemoteRuleId(vms().id(), id.number());
            if (id.vms().equals(hands().id())) {
                assertThat(Objects.requireNonNull(there.get(here), as).raw().compact())
                        .as(as)
                        .isEqualTo(bytes);
                accounted.add(here);
            }
        });
        assertThat(there.keySet()).as(as).isEqualTo(accounted);
    }

    private String companyName() {
        return application.storage().people().companies().active().orElseThrow().name();
    }

    /// The rules of the company that the console is set to.
    ///
    /// @return how many of them need attention
    private int check(DriftReport report, Map<RemoteRuleId, AlertRule> there, Set<RemoteRuleId> accounted, String as) {
        int attention = 0;
        for (ModelRule rule : staff().ours) {
            RuleEntry entry = entry(rule.record, report);
            if (rule.home != home) {
                assertThat(entry.state()).as(as).isEqualTo(RuleState.ELSEWHERE);
                continue;
            }
            String who = as + ", " + entry.name();
            attention += entry.needsAttention() ? 1 : 0;
            entry.remote().ifPresent(remote -> accounted.add(remote.id()));
            if (!staff().isWhole(rule)) {
                // It is not sent, and says so.
                assertThat(entry.state() == RuleState.DRAFT || entry.needsAttention())
                        .as(who)
                        .isTrue();
                continue;
            }
            assertThat(entry.state()).as(who).isEqualTo(RuleState.SENT);
            assertThat(entry.findings()).as(who).isEmpty();
            AlertRule remote = Objects.requireNonNull(
                    there.get(entry.remote().orElseThrow().id()), who);
            assertThat(remote.content().name())
                    .as(who)
                    .isEqualTo(stored(rule.record).draft().name());
            assertThat(remote.content().cameraIds()).as(who).containsExactly(849L);
            assertThat(remote.knownPeople().orElseThrow().collection())
                    .as(who)
                    .isEqualTo(rules.rules().collection().get().externalId());
            assertThat(Set.copyOf(remote.knownPeople().orElseThrow().userIds()))
                    .as(who)
                    .isEqualTo(staff().wanted(rule));
            assertThat(remote.content().schedule()).as(who).isEqualTo(week(rule));
        }
        assertThat(report.attentionCount()).as(as).isEqualTo(attention);
        return attention;
    }

    private io.vestibule.vms.WeekSchedule week(ModelRule rule) {
        var draft = stored(rule.record).draft();
        return rules.holidays()
                .all()
                .overridesFor(rule.record.id())
                .at(clock.instant())
                .map(day -> day.applyTo(draft.timetable()))
                .orElse(draft.timetable())
                .toSchedule(clock.instant());
    }
}
