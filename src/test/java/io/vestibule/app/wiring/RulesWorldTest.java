package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.rules.DriftReport;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleState;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// People come and go, others work on both VMSs, answers are lost or late, the program ends at any time, and
/// the VMS in use is changed. After every calm each rule of ours is what its sentence says, each rule of
/// others is what they made it, byte for byte, and state and count of every rule tell it.
///
/// `-Dvestibule.world.seeds=100 -Dvestibule.world.steps=60` for more; a failure names its seed, and fewer
/// steps of the same seed are its beginning.
class RulesWorldTest extends RulesWorld {

    private static final int SEEDS = Integer.getInteger("vestibule.world.seeds", 3);
    private static final int FIRST = Integer.getInteger("vestibule.world.first", 1);
    private static final int STEPS = Integer.getInteger("vestibule.world.steps", 16);
    private static final int CALM_EVERY = 4;

    static List<Integer> seeds() {
        return java.util.stream.IntStream.range(FIRST, FIRST + SEEDS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRuleIsWhatItsSentenceSaysAfterEveryCalm(int seed) {
        random = new Random(seed);
        try (SecondVms opened = new SecondVms(elsewhere)) {
            other = Optional.of(opened);
            join();
            join();
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

    private void step() {
        switch (random.nextInt(16)) {
            case 0, 1 -> join();
            case 2 -> leave();
            case 3 -> merge();
            case 4 -> losePhotos();
            case 5, 6, 7 -> newRule();
            case 8 -> editRule();
            case 9 -> theirHands();
            case 10 -> theirRule();
            case 11 -> holiday();
            case 12 -> pass(Duration.ofHours(1 + random.nextInt(30)));
            case 13 -> restart();
            case 14 -> deleteRule();
            default -> switchVms();
        }
    }

    private void calm(String as) {
        for (int visit = 0; visit < 2; visit++) {
            clock.move(Duration.ofMinutes(1));
            for (int round = 0; round < 4; round++) {
                rules.drift().reconcile();
                cascaded();
                rules.drift().reconcile().entries().forEach(this::settle);
            }
            check(as);
            switchVms();
        }
    }

    private void check(String as) {
        clock.move(Duration.ofMinutes(1));
        rules.drift().reconcile();
        DriftReport report = rules.drift().reconcile();
        assertThat(report.offline()).as(as).isEmpty();
        Map<RemoteRuleId, AlertRule> there = hands().rules().stream()
                .filter(rule -> rule.knownPeople().isPresent())
                .collect(Collectors.toMap(
                        rule -> new RemoteRuleId(vms().id(), rule.id().number()), rule -> rule));
        Set<RemoteRuleId> accounted = new HashSet<>();
        int attention = 0;
        for (ModelRule rule : ours) {
            RuleEntry entry = entry(rule.record, report);
            if (rule.home != home) {
                assertThat(entry.state()).as(as).isEqualTo(RuleState.ELSEWHERE);
                continue;
            }
            String who = as + ", " + entry.name();
            attention += entry.needsAttention() ? 1 : 0;
            if (wanted(rule).isEmpty() || rule.chosen.stream().anyMatch(id -> !findable.contains(id))) {
                // Nobody, or somebody who cannot be found: it is not sent, and says so.
                assertThat(entry.state() == RuleState.DRAFT || entry.needsAttention())
                        .as(who)
                        .isTrue();
                entry.remote().ifPresent(remote -> accounted.add(remote.id()));
                continue;
            }
            assertThat(entry.state()).as(who).isEqualTo(RuleState.SENT);
            assertThat(entry.findings()).as(who).isEmpty();
            AlertRule remote = Objects.requireNonNull(
                    there.get(entry.remote().orElseThrow().id()), who);
            accounted.add(entry.remote().orElseThrow().id());
            assertThat(remote.content().name())
                    .as(who)
                    .isEqualTo(stored(rule.record).draft().name());
            assertThat(remote.content().cameraIds()).as(who).containsExactly(849L);
            assertThat(Set.copyOf(remote.knownPeople().orElseThrow().userIds()))
                    .as(who)
                    .isEqualTo(wanted(rule));
            assertThat(remote.content().schedule()).as(who).isEqualTo(week(rule));
        }
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
        assertThat(report.attentionCount()).as(as).isEqualTo(attention);
    }

    private Set<String> wanted(ModelRule rule) {
        Set<String> wanted = new HashSet<>(rule.chosen);
        rule.group.ifPresent(kind -> present.forEach((id, its) -> {
            if (its == kind && findable.contains(id)) {
                wanted.add(id);
            }
        }));
        return wanted;
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
