package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.wiring.RulesFixture;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.base.Problem;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.CollectionUser;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.MembershipChange;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RemoteRuleId;
import io.vestibule.vms.RuleMeta;
import io.vestibule.vms.VmsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each way in which a rule can stand, and what is found about it.
class RuleStatusEvaluatorTest extends RulesFixture {

    private static final RuleStatusEvaluator.Seen UNREACHED =
            new RuleStatusEvaluator.Seen(Optional.empty(), Optional.empty(), new RuleWrites(), List.of());

    @Test
    void withoutRulesThereIsNothingToSay() {
        assertThat(judge().entries(List.of(), UNREACHED)).isEmpty();
    }

    @Test
    void aRuleThatWasNeverSentIsADraftAndNothingIsFoundAboutIt() {
        Person gone = stranger("Gone", PersonKind.VISITOR);
        RuleRecord rule = rules.flow().duplicate(draft(gone), "Draft");

        assertThat(entry(rule).state()).isEqualTo(RuleState.DRAFT);
        assertThat(entry(rule).findings()).isEmpty();
        assertThat(entry(rule).needsAttention()).isFalse();
    }

    @Test
    void aRuleWhoseSendingHadNoEndIsUnsure() {
        RuleRecord rule = known("Guests");
        faults().failNext("POST", VmsFault.RESET, false);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(VmsException.class);

        assertThat(entry(rule).state()).isEqualTo(RuleState.UNSURE);
        assertThat(entry(rule).needsAttention()).isTrue();
    }

    @Test
    void aRuleThatTheVmsHasAsMeantIsSent() {
        RuleRecord rule = sent("Guests");

        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(rule).findings()).isEmpty();
        assertThat(entry(rule).needsAttention()).isFalse();
    }

    @Test
    void aRuleWithMoreInItsDraftIsEdited() {
        RuleRecord rule = sent("Guests");
        rules.flow().save(rule.id(), rule.draft().withName("Mine"));

        assertThat(entry(rule).state()).isEqualTo(RuleState.EDITED);
        assertThat(entry(rule).needsAttention()).isFalse();
    }

    @Test
    void whetherItKeepsUpIsNoEdit() {
        RuleRecord rule = sent("Guests");
        rules.flow().save(rule.id(), rule.draft().withAutoUpdate(true));

        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRuleThatOthersChangedSaysSoAlsoWhenItWasEditedHere() {
        RuleRecord rule = sent("Guests");
        AlertRule there = entry(rule).remote().orElseThrow();
        vms().update(there, there.content().withName("Theirs"));
        rules.flow().save(rule.id(), rule.draft().withName("Mine"));

        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
        assertThat(entry(rule).needsAttention()).isTrue();
        assertThat(entry(rule).name()).isEqualTo("Mine");
    }

    @Test
    void aRuleThatOthersDeletedIsGoneThere() {
        RuleRecord rule = sent("Guests");
        vms().delete(entry(rule).remote().orElseThrow());

        assertThat(entry(rule).state()).isEqualTo(RuleState.GONE_THERE);
        assertThat(entry(rule).needsAttention()).isTrue();
    }

    @Test
    void whileTheVmsIsAwayNothingIsSaidToBeGoneAndNothingOfOthersIsListed() {
        RuleRecord rule = sent("Guests");

        assertThat(judge().entries(records(), UNREACHED)).singleElement().satisfies(entry -> {
            assertThat(entry.key()).isEqualTo(rule.id().toString());
            assertThat(entry.state()).isEqualTo(RuleState.SENT);
            assertThat(entry.remote()).isEmpty();
        });
    }

    @Test
    void aGroupThatGrewAndShrankIsOutdatedAndSaysWhoMoved() {
        Person stays = visitor("Stays");
        Person leaves = visitor("Leaves");
        Person removed = visitor("Removed");
        RuleRecord rule = sentFor(everyVisitor());
        Person joins = visitor("Joins");
        set(leaves, CollectionUser.NONE);
        application.storage().people().persons().setRemoved(removed.id(), Optional.of(clock.instant()));

        RuleEntry entry = entry(rule);

        assertThat(entry.state()).isEqualTo(RuleState.OUTDATED);
        assertThat(entry.needsAttention()).isTrue();
        assertThat(entry.findings()).containsExactly(Problem.of("rules.members-changed", 3L));
        assertThat(entry.members().userIds()).containsExactlyInAnyOrder(id(stays), id(joins));
        MembershipChange membershipChange =
                rules.drift().membershipChange(entry.local().orElseThrow());
        assertThat(membershipChange.joined()).extracting(Person::name).containsExactly("Joins");
        assertThat(membershipChange.left()).extracting(Person::name).containsExactly("Leaves");
        assertThat(membershipChange.deletedCount()).isEqualTo(1);
    }

    @Test
    void nobodyMovesInARuleWithoutGroups() {
        RuleRecord rule = sent("Guests");
        visitor("Bea");

        assertThat(rules.drift().membershipChange(entry(rule).local().orElseThrow()))
                .isEqualTo(MembershipChange.NOBODY);
    }

    @Test
    void hoursSentAsTypedAreNotOutdatedWhenTheClocksChange() {
        RuleRecord typed = known("Typed");
        rules.send().send(typed.id());
        RuleRecord utc = rules.flow()
                .duplicate(
                        typed.draft()
                                .withTimetable(new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_UTC)),
                        "UTC");
        rules.send().send(utc.id());

        clock.move(Duration.ofDays(12));

        assertThat(entry(typed).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(utc).findings()).containsExactly(Problem.of("rules.clock-changed"));
    }

    @Test
    void whoIsChosenAndCannotBeFoundAnyMoreIsFoundInASentRule() {
        Person ada = active("Ada");
        RuleRecord rule = sentFor(draft(ada));
        set(ada, CollectionUser.NONE);

        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.not-active", 1L));
        assertThat(entry(rule).needsAttention()).isTrue();
    }

    @Test
    void whatIsDeletedHereIsNeitherOursNorOfOthers() {
        RuleRecord rule = sent("Guests");
        rules.flow().delete(rule.id());

        assertThat(rules.drift().reconcile().entries())
                .extracting(RuleEntry::name)
                .doesNotContain("Guests");
    }

    @Test
    void aKnownPeopleRuleOfOthersIsJudgedAndOneOfAnotherKindIsNot() {
        AlertRule elsewhere = vms().create(
                        sentContent("Elsewhere").withMeta(new RuleMeta.KnownPeople("Other_company", List.of("x", "y"))),
                        vms().ruleIds())
                .rule();

        List<RuleEntry> entries = rules.drift().reconcile().entries();

        assertThat(of(entries, elsewhere.id()).findings())
                .containsExactly(Problem.of("rules.people-gone", 2L), Problem.of("rules.wrong-collection"));
        assertThat(of(entries, elsewhere.id()).state()).isEqualTo(RuleState.OTHERS);
        assertThat(of(entries, elsewhere.id()).needsAttention()).isFalse();
        assertThat(of(entries, new RemoteRuleId(vms().id(), 137)).findings()).isEmpty();
        assertThat(of(entries, new RemoteRuleId(vms().id(), 137)).members().userIds())
                .isEmpty();
    }

    @Test
    void aRuleOfOthersInOurCollectionNamesOurPeople() {
        Person ada = active("Ada");
        AlertRule foreign = vms().create(
                        sentContent("Foreign")
                                .withMeta(new RuleMeta.KnownPeople(TestApplication.COLLECTION, List.of(id(ada)))),
                        vms().ruleIds())
                .rule();

        RuleEntry entry = of(rules.drift().reconcile().entries(), foreign.id());

        assertThat(entry.findings()).isEmpty();
        assertThat(entry.members().known())
                .singleElement()
                .satisfies(member -> assertThat(member.person().name()).isEqualTo("Ada"));
    }

    private RuleEntry of(List<RuleEntry> entries, RemoteRuleId number) {
        return entries.stream()
                .filter(entry -> entry.key().equals("vms-" + number))
                .findFirst()
                .orElseThrow();
    }

    private RuleStatusEvaluator judge() {
        return new RuleStatusEvaluator(
                rules.rules().memberResolver(), rules.rules().collection().get(), clock.instant());
    }

    private List<RuleRecord> records() {
        return rules.rules().store().all(rules.rules().collection().get().company());
    }

    private RuleDraft everyVisitor() {
        PeopleQuery visitors = new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty());
        return draft(active("Employee")).withPeople(new PeopleChoice(List.of(), List.of(visitors)));
    }

    private RuleRecord sentFor(RuleDraft draft) {
        RuleRecord rule = rules.flow().duplicate(draft, "Guests");
        rules.send().send(rule.id());
        return rule;
    }

    private Person visitor(String name) {
        Person person = stranger(name, PersonKind.VISITOR);
        set(person, CollectionUser.ACTIVE);
        return person;
    }

    private void set(Person person, String status) {
        application
                .storage()
                .people()
                .collections()
                .saveAdopted(new CollectionUser(
                        person.id(), rules.rules().collection().get().id(), id(person), status));
    }

    private static String id(Person person) {
        return person.externalId();
    }
}
