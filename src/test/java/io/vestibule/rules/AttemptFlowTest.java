package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.VmsException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A creation that the VMS stored only after its answer was given up.
class AttemptFlowTest extends RulesFixture {

    /// The VMS stored the first request only after the rule had been edited and sent once more.
    @Test
    void aRuleThatIsStoredLateIsOfferedAsTheOneWithoutAnAnswer() {
        RuleRecord rule = known("Guests");
        RuleContent late = unanswered(rule);
        rules.flow().save(rule.id(), rule.draft().withName("Guests at night"));
        rules.send().send(rule.id());
        vms().create(late, vms().ruleIds());

        DriftReport report = rules.drift().reconcile();

        RuleEntry perhaps = perhapsOurs(report);
        assertThat(perhaps.name()).isEqualTo("Guests");
        assertThat(perhaps.needsAttention()).isTrue();
        assertThat(report.attentionCount()).isEqualTo(1);
        assertThat(entry(rule, report).state()).isEqualTo(RuleState.SENT);

        RuleRecord adopted = rules.send().attempts().adopt(perhaps.remote().orElseThrow());
        DriftReport after = rules.drift().reconcile();
        assertThat(entry(adopted, after).state()).isEqualTo(RuleState.SENT);
        assertThat(adopted.draft()).isEqualTo(rule.draft());
        assertThat(after.entries()).noneMatch(entry -> entry.state() == RuleState.PERHAPS_OURS);
    }

    @Test
    void aRuleThatIsSaidToBeAnotherIsOneOfOthers() {
        RuleRecord rule = known("Guests");
        RuleContent late = unanswered(rule);
        rules.send().send(rule.id());
        AlertRule there =
                vms().create(late.withName(" guests "), vms().ruleIds()).rule();
        AlertRule perhaps = perhapsOurs(rules.drift().reconcile()).remote().orElseThrow();
        assertThat(perhaps).isEqualTo(there);

        rules.send().attempts().decline(perhaps);

        DriftReport report = rules.drift().reconcile();
        assertThat(report.attentionCount()).isZero();
        assertThat(report.entries())
                .filteredOn(entry -> entry.remote().equals(Optional.of(there)))
                .singleElement()
                .matches(entry -> entry.state() == RuleState.OTHERS);
    }

    /// What was sent decides, not what the draft has become.
    @Test
    void anEditedDraftDoesNotHideTheRuleThatWasStored() {
        RuleRecord rule = known("Guests");
        RuleContent late = unanswered(rule);
        rules.flow().save(rule.id(), rule.draft().withName("Guests at night"));
        AlertRule there = vms().create(late, vms().ruleIds()).rule();

        rules.send().send(rule.id());

        assertThat(number(rule)).isEqualTo(there.id());
        assertThat(named("Guests")).isEmpty();
        assertThat(named("Guests at night")).hasSize(1);
    }

    @Test
    void anAttemptIsForgottenAfterADayWithoutItsRule() {
        RuleRecord rule = known("Guests");
        RuleContent late = unanswered(rule);
        rules.send().send(rule.id());
        clock.move(java.time.Duration.ofDays(2));
        rules.drift().reconcile();

        vms().create(late, vms().ruleIds());

        assertThat(rules.drift().reconcile().entries()).noneMatch(entry -> entry.state() == RuleState.PERHAPS_OURS);
    }

    private RuleContent unanswered(RuleRecord rule) {
        faults().failNext("POST", VmsFault.RESET, false);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(VmsException.class);
        return stored(rule).pendingCreation().orElseThrow().content();
    }

    private static RuleEntry perhapsOurs(DriftReport report) {
        return report.entries().stream()
                .filter(entry -> entry.state() == RuleState.PERHAPS_OURS)
                .findFirst()
                .orElseThrow();
    }

    private RemoteRuleId number(RuleRecord rule) {
        return stored(rule).sent().orElseThrow().rule().id();
    }

    private RuleRecord stored(RuleRecord rule) {
        return rules.rules().store().find(rule.id()).orElseThrow();
    }

    private List<AlertRule> named(String name) {
        return vms().rules().stream()
                .filter(rule -> rule.content().name().equals(name))
                .toList();
    }
}
