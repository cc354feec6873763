package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Difference;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.SaveResult;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.VmsFailure;
import io.vestibule.vms.WeekSchedule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Sending, and what becomes of it when answers are lost and others write too.
class SendFlowTest extends RulesFixture {

    @Test
    void aLostAnswerIsNoLostRule() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.RESET, true);

        SendResult sendResult = rules.send().send(rule.id());

        assertThat(how(sendResult)).isEqualTo(SaveResult.Confirmation.FOUND_AFTERWARDS);
        assertThat(named("Guests")).hasSize(1);
        assertThat(stored(rule).pendingCreation()).isEmpty();
    }

    @Test
    void aRefusalIsNotBelievedBeforeTheRulesWereRead() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.FORBIDDEN, true);

        SendResult sendResult = rules.send().send(rule.id());

        assertThat(how(sendResult)).isEqualTo(SaveResult.Confirmation.FOUND_AFTERWARDS);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRefusalLeavesADraft() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.FORBIDDEN, false);

        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(VmsException.class);

        assertThat(stored(rule).pendingCreation()).isEmpty();
        assertThat(entry(rule).state()).isEqualTo(RuleState.DRAFT);
    }

    @Test
    void aSendingWhoseEndIsNotKnownIsUnsureUntilTheRuleShows() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.RESET, false);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(VmsException.class);
        assertThat(entry(rule).state()).isEqualTo(RuleState.UNSURE);

        // The VMS was only slow: the rule comes after all.
        RuleContent late = stored(rule).pendingCreation().orElseThrow().content();
        AlertRule there = vms().create(late, vms().ruleIds()).rule();

        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(number(rule)).isEqualTo(there.id());
        assertThat(named("Guests")).hasSize(1);
    }

    @Test
    void whatWasUnsureIsSentAgainOnceAndForAll() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.RESET, false);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(VmsException.class);

        assertThat(how(rules.send().send(rule.id()))).isEqualTo(SaveResult.Confirmation.ANSWERED);

        assertThat(named("Guests")).hasSize(1);
        assertThat(stored(rule).pendingCreation()).isEmpty();
    }

    @Test
    void aRuleOfOthersThatSaysTheSameAndWasThereBeforeIsNotTakenForOurs() {
        RuleRecord rule = known("Guests");
        RuleContent same = RuleContentMapper.toContent(
                rule.draft(),
                new Members(List.of(), rule.draft().people().userIds()),
                rules.rules().collection().get(),
                Optional.empty(),
                clock.instant());
        AlertRule theirs = vms().create(same, vms().ruleIds()).rule();

        rules.send().send(rule.id());

        assertThat(number(rule)).isNotEqualTo(theirs.id());
        assertThat(named("Guests")).hasSize(2);
    }

    @Test
    void nothingIsSentWhereNothingDiffers() {
        RuleRecord rule = sent("Guests");

        assertThat(how(rules.send().send(rule.id()))).isEqualTo(SaveResult.Confirmation.NOTHING_TO_DO);
    }

    @Test
    void anEditArrivesThoughItsAnswerIsLost() {
        RuleRecord rule = edited("Mine");
        faults().failNext("PUT", VmsFault.RESET, true);

        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Done.class);

        assertThat(named("Mine")).hasSize(1);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void anEditThatIsRefusedStaysAnEdit() {
        RuleRecord rule = edited("Mine");
        faults().failNext("PUT", VmsFault.FORBIDDEN, false);

        assertThatThrownBy(() -> rules.send().send(rule.id()))
                .isInstanceOfSatisfying(
                        VmsException.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(VmsFailure.Denied.class));

        assertThat(entry(rule).state()).isEqualTo(RuleState.EDITED);
        assertThat(named("Mine")).isEmpty();
    }

    @Test
    void anEditDoesNotGoOverWhatSomebodyElseMadeOfTheRule() {
        RuleRecord rule = edited("Mine");
        AlertRule theirs = changedThere(rule, "Theirs");

        assertThat(rules.send().send(rule.id()))
                .isInstanceOfSatisfying(
                        SendResult.Changed.class,
                        changed -> assertThat(changed.now().content().name()).isEqualTo("Theirs"));

        assertThat(vms().rule(theirs.id())).isEqualTo(theirs);
        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
    }

    @Test
    void sendingOverReplacesOnlyWhatWasSeen() {
        RuleRecord rule = edited("Mine");
        AlertRule seen = changedThere(rule, "Theirs");
        AlertRule again = changedThere(rule, "Theirs again");

        assertThat(rules.send().overwriteRemote(rule.id(), seen)).isInstanceOf(SendResult.Changed.class);
        assertThat(vms().rule(again.id())).isEqualTo(again);

        assertThat(rules.send().overwriteRemote(rule.id(), again)).isInstanceOf(SendResult.Done.class);
        assertThat(vms().rule(again.id()).content().name()).isEqualTo("Mine");
    }

    @Test
    void takingTheirsReplacesTheDraftAndTellsTheVmsNothing() {
        RuleRecord rule = edited("Mine");
        AlertRule theirs = changedThere(rule, "Theirs");

        RuleRecord taken = rules.send().acceptRemote(rule.id(), theirs);

        assertThat(taken.draft().name()).isEqualTo("Theirs");
        assertThat(taken.sent().orElseThrow().rule()).isEqualTo(theirs);
        assertThat(vms().rule(theirs.id())).isEqualTo(theirs);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRuleThatIsGoneIsNotMadeUnasked() {
        RuleRecord rule = edited("Mine");
        vms().delete(vms().rule(number(rule)));

        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Gone.class);

        assertThat(named("Mine")).isEmpty();
    }

    @Test
    void aRuleMadeAgainHasAnotherNumber() {
        RuleRecord rule = edited("Mine");
        RemoteRuleId before = number(rule);
        vms().delete(vms().rule(before));

        assertThat(how(rules.send().recreate(rule.id()))).isEqualTo(SaveResult.Confirmation.ANSWERED);

        assertThat(number(rule)).isNotEqualTo(before);
        assertThat(named("Mine")).extracting(AlertRule::id).containsExactly(number(rule));
    }

    @Test
    void sitesThatWeDoNotEditStayOnTheVms() {
        RuleContent known = sentContent("Foreign");
        AlertRule foreign = vms().create(
                        new RuleContent(
                                known.name(),
                                known.alertType(),
                                known.cameraIds(),
                                List.of(12L),
                                known.eventAliases(),
                                known.meta(),
                                Recipients.NOBODY,
                                WeekSchedule.ALWAYS),
                        vms().ruleIds())
                .rule();
        RuleRecord taken = rules.flow().adopt(foreign);
        rules.flow().save(taken.id(), taken.draft().withName("Renamed"));

        rules.send().send(taken.id());

        assertThat(vms().rule(foreign.id()).content().siteIds()).containsExactly(12L);
        assertThat(vms().rule(foreign.id()).content().name()).isEqualTo("Renamed");
    }

    @Test
    void thePreviewOfANewRuleIsItsWholeBody() {
        RuleRecord rule = known("Guests");

        Preview preview = preview(rule.draft(), Optional.empty());

        assertThat(preview.isNew()).isTrue();
        assertThat(preview.differences()).isEmpty();
        assertThat(preview.body()).isEqualTo(preview.whole());
    }

    @Test
    void thePreviewOfAnEditIsOnlyWhatDiffers() {
        RuleRecord rule = sent("Guests");
        AlertRule there = entry(rule).remote().orElseThrow();

        assertThat(preview(rule.draft(), Optional.of(there)).body().isEmpty()).isTrue();
        Preview renamed = preview(rule.draft().withName("Mine"), Optional.of(there));
        assertThat(renamed.isNew()).isFalse();
        assertThat(renamed.body().compact()).isEqualTo("{\"name\":\"Mine\"}");
        assertThat(renamed.differences())
                .containsExactly(new Difference("/name", Optional.of("\"Guests\""), Optional.of("\"Mine\"")));
    }

    @Test
    void aDeletionWaitsForAVmsThatIsAway() {
        RuleRecord rule = sent("Guests");
        rules.flow().delete(rule.id());
        clock.move(SendFlow.UNDO_WINDOW);
        faults().failNext("DELETE", VmsFault.BUSY, false);

        assertThat(rules.drift().reconcile().offline()).isPresent();
        assertThat(stored(rule).deletedAt()).isPresent();

        rules.drift().reconcile();
        assertThat(named("Guests")).isEmpty();
        assertThat(rules.rules().store().find(rule.id())).isEmpty();
    }

    @Test
    void aDeletedRuleWhoseSendingWasUnsureIsFoundAndDeletedToo() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.RESET, false);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(VmsException.class);
        vms().create(stored(rule).pendingCreation().orElseThrow().content(), vms().ruleIds());
        rules.flow().delete(rule.id());
        clock.move(SendFlow.UNDO_WINDOW);

        rules.drift().reconcile();

        assertThat(named("Guests")).isEmpty();
    }

    @Test
    void aDeletedRuleThatOthersDeletedBeforeIsForgotten() {
        RuleRecord rule = sent("Guests");
        vms().delete(vms().rule(number(rule)));
        rules.flow().delete(rule.id());
        clock.move(SendFlow.UNDO_WINDOW);

        assertThat(rules.drift().reconcile().offline()).isEmpty();

        assertThat(rules.rules().store().find(rule.id())).isEmpty();
    }

    /// Sent, and renamed since.
    private RuleRecord edited(String name) {
        RuleRecord rule = sent("Guests");
        rules.flow().save(rule.id(), rule.draft().withName(name));
        return stored(rule);
    }

    private AlertRule changedThere(RuleRecord rule, String name) {
        AlertRule there = vms().rule(number(rule));
        return vms().update(there, there.content().withName(name)).rule();
    }

    private Preview preview(RuleDraft draft, Optional<AlertRule> there) {
        Members members = rules.rules()
                .memberResolver()
                .resolve(draft.people(), rules.rules().collection().get());
        return rules.send().preview(draft, members, there, Optional.empty());
    }

    private List<AlertRule> named(String name) {
        return vms().rules().stream()
                .filter(rule -> rule.content().name().equals(name))
                .toList();
    }

    private RuleRecord stored(RuleRecord rule) {
        return rules.rules().store().find(rule.id()).orElseThrow();
    }

    private RemoteRuleId number(RuleRecord rule) {
        return stored(rule).sent().orElseThrow().rule().id();
    }

    private static SaveResult.Confirmation how(SendResult sendResult) {
        assertThat(sendResult).isInstanceOf(SendResult.Done.class);
        return ((SendResult.Done) sendResult).saved().confirmation();
    }
}
