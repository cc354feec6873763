package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.Problem;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.Person;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.ui.HeldTaskRunner;
import io.vestibule.ui.control.Banner;
import io.vestibule.vms.AlertRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The open rule: what is typed is kept at once, and sent when it is asked for.
class BuilderModelTest extends RulesUi {

    @Test
    void whatIsTypedIsKeptAtOnce() {
        RuleRecord rule = opened("Guests");

        rename("Guests at the door");

        assertThat(stored(rule).draft().name()).isEqualTo("Guests at the door");
        assertThat(listed()).first().isEqualTo("Guests at the door");
        assertThat(desk.failed()).isEmpty();
    }

    @Test
    void whatIsTypedWhileASaveRunsGoesWithTheNext() {
        HeldTaskRunner work = new HeldTaskRunner(inline());
        begin(work);
        RuleRecord rule = opened("Guests");
        doOnFx(() -> {
            work.hold();
            for (String name : List.of("G", "Gu", "Gue")) {
                model.edit(draft -> draft.withName(name));
            }
        });

        assertThat(stored(rule).draft().name()).isEqualTo("Guests");
        doOnFx(work::letGo);

        assertThat(stored(rule).draft().name()).isEqualTo("Gue");
        assertThat(model.draft.get().orElseThrow().name()).isEqualTo("Gue");
    }

    @Test
    void anEditThatChangesNothingIsNotKept() {
        RuleRecord before = stored(opened("Guests"));

        rename("Guests");

        assertThat(stored(before)).isEqualTo(before);
    }

    @Test
    void theLastWordsOfARuleThatIsLeftAreKept() {
        HeldTaskRunner work = new HeldTaskRunner(inline());
        begin(work);
        RuleRecord other = at.known("Other");
        RuleRecord rule = opened("Guests");
        doOnFx(() -> {
            work.hold();
            model.edit(draft -> draft.withName("First"));
            model.edit(draft -> draft.withName("Last"));
            rules.selected.set(Optional.of(other.id().toString()));
            model.open(rules.selectedEntry());
            work.letGo();
        });

        assertThat(stored(rule).draft().name()).isEqualTo("Last");
        assertThat(stored(other).draft().name()).isEqualTo("Other");
        assertThat(model.draft.get().orElseThrow().name()).isEqualTo("Other");
    }

    @Test
    void whatIsReadAnewDoesNotTakeAwayWhatIsBeingTyped() {
        HeldTaskRunner work = new HeldTaskRunner(inline());
        begin(work);
        RuleRecord rule = opened("Guests");
        doOnFx(() -> {
            work.hold();
            model.edit(draft -> draft.withName("Being typed"));
        });
        at.rules.flow().save(rule.id(), rule.draft().withName("By somebody else"));

        doOnFx(() -> model.open(Optional.of(entry(rule))));

        assertThat(model.draft.get().orElseThrow().name()).isEqualTo("Being typed");
    }

    @Test
    void whatOthersKeptOfTheRuleIsTakenUpWhileNothingIsTyped() {
        RuleRecord rule = opened("Guests");
        at.rules.flow().save(rule.id(), rule.draft().withName("By somebody else"));

        doOnFx(() -> model.open(Optional.of(entry(rule))));

        assertThat(model.draft.get().orElseThrow().name()).isEqualTo("By somebody else");
    }

    @Test
    void aDraftThatCannotBeKeptIsToldAndStaysOnTheScreen() {
        RuleRecord rule = opened("Guests");
        at.signIn(Role.RECEPTION);

        rename("Not allowed");

        assertThat(desk.failed()).contains("audit.not-allowed");
        assertThat(stored(rule).draft().name()).isEqualTo("Guests");
        assertThat(model.draft.get().orElseThrow().name()).isEqualTo("Not allowed");
    }

    @Test
    void sendingTellsTheVmsWhatIsOnTheScreenAndSaysSo() {
        RuleRecord rule = opened("Guests");
        rename("On the screen");

        doOnFx(model::send);

        assertThat(desk.banners).containsExactly(Banner.done("The VMS has received the rule."));
        assertThat(there(rule).content().name()).isEqualTo("On the screen");
        assertThat(model.sending.get()).isFalse();
        open(rule);
        assertThat(model.nothingToSend.get()).isTrue();
    }

    @Test
    void sendingWaitsForItsEnd() {
        HeldTaskRunner work = new HeldTaskRunner(inline());
        begin(work);
        opened("Guests");

        doOnFx(() -> {
            work.hold();
            model.send();
        });
        assertThat(model.sending.get()).isTrue();
        doOnFx(work::letGo);

        assertThat(model.sending.get()).isFalse();
    }

    @Test
    void aSendingThatIsBlockedSaysWhatIsWrong() {
        RuleRecord rule = opened("Guests");
        edit(PeopleChoice.NOBODY);

        doOnFx(model::send);

        assertThat(desk.said()).containsExactly("Not sent: the rule is not complete yet.");
        assertThat(desk.banners.getFirst().tone()).isEqualTo(Banner.Tone.LOOK);
        assertThat(model.evaluation.get().blocked()).isTrue();
        assertThat(stored(rule).sent()).isEmpty();
    }

    @Test
    void aSendingWithoutAnAnswerIsToldAndTheRuleIsUnsure() {
        RuleRecord rule = opened("Guests");
        at.faults().failNext("POST", VmsFault.RESET, false);

        doOnFx(model::send);

        assertThat(desk.failed()).containsExactly("vms.no-answer");
        assertThat(model.sending.get()).isFalse();
        open(rule);
        assertThat(onFx(() -> model.is(RuleState.UNSURE))).isTrue();
    }

    @Test
    void aRuleChangedMeanwhileIsNotSentAndOursIsSentOverWhenThatIsChosen() {
        RuleRecord rule = openedSent("Guests");
        changeThere(rule, "Theirs");
        rename("Ours");
        doOnFx(model::send);
        assertThat(desk.said()).contains("Not sent: the rule was changed on the VMS. Choose which version to use.");
        assertThat(there(rule).content().name()).isEqualTo("Theirs");

        AlertRule seen = there(rule);
        doOnFx(() -> model.overwriteRemote(seen));

        assertThat(there(rule).content().name()).isEqualTo("Ours");
        assertThat(desk.said()).last().isEqualTo("The VMS has received the rule.");
    }

    @Test
    void takingTheirsPutsTheirsOnTheScreen() {
        RuleRecord rule = openedSent("Guests");
        AlertRule theirs = changeThere(rule, "Theirs");
        rename("Ours");

        doOnFx(() -> model.acceptRemote(theirs));

        assertThat(model.draft.get().orElseThrow().name()).isEqualTo("Theirs");
        assertThat(stored(rule).draft().name()).isEqualTo("Theirs");
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRuleThatIsGoneSaysSoAndIsMadeAgainWhenThatIsChosen() {
        RuleRecord rule = openedSent("Guests");
        at.vms().delete(there(rule));
        rename("Again");
        doOnFx(model::send);
        assertThat(desk.said()).contains("Not sent: the rule was deleted on the VMS.");

        doOnFx(model::recreate);

        assertThat(there(rule).content().name()).isEqualTo("Again");
    }

    @Test
    void theOutlookFollowsEveryEdit() {
        Person ada = at.active("Ada Lovelace");
        opened("Guests");

        edit(PeopleChoice.NOBODY.with(ada.externalId()));
        assertThat(model.evaluation.get().sentence()).contains("Main entrance").contains("Ada Lovelace");
        assertThat(model.evaluation.get().preview().orElseThrow().isNew()).isTrue();

        edit(PeopleChoice.NOBODY);
        assertThat(model.evaluation.get().problems())
                .extracting(problem -> problem.problem())
                .containsExactly(Problem.of("rules.nobody"));
    }

    @Test
    void thePreviewOfARuleThatIsThereIsWhatDiffers() {
        openedSent("Guests");

        rename("Ours");

        assertThat(model.evaluation.get().preview().orElseThrow().body().compact())
                .isEqualTo("{\"name\":\"Ours\"}");
    }

    @Test
    void aHolidayOfTodayIsInTheOutlookAndInThePreview() {
        LocalDate friday = LocalDate.of(2026, 3, 20);
        at.rules
                .holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        at.rules.holidays().company(),
                        "Holiday",
                        friday,
                        friday,
                        DayEffect.SILENCED,
                        Optional.empty()));

        opened("Guests");

        assertThat(model.evaluation.get().overrides().days()).containsEntry(friday, DayEffect.SILENCED);
        assertThat(model.evaluation.get().preview().orElseThrow().body().compact())
                .contains("\"friday\":[]");
    }

    @Test
    void peopleAreFoundByTypingAndForgottenWhenTheFieldIsEmpty() {
        at.active("Ada Lovelace");
        opened("Guests");

        doOnFx(() -> model.find("ada"));
        until(() -> model.found.get().stream().map(Person::name).toList().equals(List.of("Ada Lovelace")));
        doOnFx(() -> model.find(" "));

        assertThat(model.found.get()).isEmpty();
    }

    @Test
    void nothingIsOpenAtFirstAndNothingCanBeEdited() {
        rename("Nothing");

        assertThat(onFx(model::mayEdit)).isFalse();
        assertThat(records()).isEmpty();
    }

    private RuleRecord opened(String name) {
        RuleRecord rule = at.known(name);
        open(rule);
        return rule;
    }

    private RuleRecord openedSent(String name) {
        RuleRecord rule = at.sent(name);
        open(rule);
        return rule;
    }

    private void rename(String name) {
        doOnFx(() -> model.edit(draft -> draft.withName(name)));
    }

    private void edit(PeopleChoice who) {
        doOnFx(() -> model.edit(draft -> draft.withPeople(who)));
    }

    private AlertRule there(RuleRecord rule) {
        return at.vms().rule(stored(rule).sent().orElseThrow().rule().id());
    }

    private AlertRule changeThere(RuleRecord rule, String name) {
        AlertRule there = there(rule);
        return at.vms().update(there, there.content().withName(name)).rule();
    }
}
