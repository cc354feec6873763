package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Person;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.RuleStep;
import io.vestibule.vms.AlertRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program is killed during a rule cascade: afterwards all rules have followed, exactly once, and no rule is
/// lost, duplicated or half-done.
class RulesKillTest extends RulesFixture {

    /// @param changed rules that the VMS had changed before it hung
    /// @param done whether the VMS completed the call that it hung at, of which the program got no answer
    @ParameterizedTest
    @CsvSource({"0,false,false", "0,true,true", "2,true,false", "3,true,true"})
    void allRulesFollowAfterTheProgramWasKilled(int changed, boolean done, boolean merged) throws Exception {
        application.close();
        var told = KilledProgram.untilKilled(
                Follower.class, folder, 1, String.valueOf(changed), String.valueOf(done), String.valueOf(merged));
        assertThat(told).containsExactly(Follower.HANGS);
        clock.move(Duration.ofHours(1));
        open();
        // The VMS fails for a while after the restart.
        application.vms().embedded().faults().failNext("GET", VmsFault.BAD_GATEWAY, false);
        application.vms().embedded().faults().failNext("PUT", VmsFault.RESET, true);
        followed();

        List<String> left = merged ? List.of(id(Follower.STAYER), id(Follower.ANCHOR)) : List.of(id(Follower.ANCHOR));
        List<RuleEntry> entries = rules.drift().reconcile().entries();
        List<RuleEntry> ours =
                entries.stream().filter(entry -> entry.local().isPresent()).toList();
        assertThat(ours).extracting(RuleEntry::name).containsExactlyInAnyOrder("First", "Second", "Third", "Draft");
        for (RuleEntry entry : ours) {
            RuleDraft draft = entry.local().map(RuleRecord::draft).orElseThrow();
            assertThat(draft.people().userIds()).as(entry.name()).containsExactlyElementsOf(left);
            assertThat(entry.findings()).as(entry.name()).isEmpty();
            assertThat(entry.state()).isEqualTo(entry.name().equals("Draft") ? RuleState.DRAFT : RuleState.SENT);
            entry.remote().ifPresent(there -> assertThat(people(there)).containsExactlyElementsOf(left));
        }
        assertThat(entries.stream()
                        .flatMap(entry -> entry.remote().stream())
                        .filter(rule -> rule.knownPeople().isPresent())
                        .map(rule -> rule.content().name()))
                .containsExactlyInAnyOrder("First", "Second", "Third", Follower.ELSEWHERE);
        assertThat(entries.stream()
                        .flatMap(entry -> entry.remote().stream())
                        .filter(rule -> rule.content().name().equals(Follower.ELSEWHERE))
                        .flatMap(rule -> people(rule).stream()))
                .containsExactlyElementsOf(
                        Stream.concat(left.stream().filter(_ -> merged).limit(1), Stream.of("x"))
                                .toList());
        assertThat(application.storage().log().verify()).isEmpty();
    }

    private void followed() {
        application.enrol().runner().wake();
        TestApplication.await(application, () -> {
            clock.move(Duration.ofMinutes(10));
            application.enrol().runner().wake();
            return application.storage().journal().openSteps(100).stream()
                    .noneMatch(step -> RuleStep.FOLLOW_PERSON.is(step));
        });
    }

    private static List<String> people(AlertRule rule) {
        return rule.knownPeople().orElseThrow().userIds();
    }

    private String id(String name) {
        Optional<Person> person =
                application
                        .storage()
                        .people()
                        .persons()
                        .search(rules.rules().collection().get().company(), name, 1)
                        .stream()
                        .findFirst();
        return Follower.id(person.orElseThrow());
    }
}
