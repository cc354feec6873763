package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.Problem;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.vms.Fault;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Standing;
import io.vestibule.rules.PeopleChoice;
import io.vestibule.rules.PeopleQuery;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.SendFlow.Outcome;
import io.vestibule.rules.Watch;
import io.vestibule.rules.rehearse.FrameSource;
import io.vestibule.rules.rehearse.Situation;
import io.vestibule.rules.rehearse.Trace;
import io.vestibule.rules.rehearse.TraceStep.Step;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsException;
import io.vestibule.vms.WeekSchedule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rules from draft to drift, against the embedded VMS over HTTP and a real house.
class RulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-20T12:00:00Z"));
    private House house;
    private RulesWiring rules;

    @BeforeEach
    void open() {
        house = TestHouse.furnished(folder, clock, EngineSettings.DEFAULT);
        rules = house.rules();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRuleIsSentOnceItsPersonIsSearchableAndFiresForThem() throws Exception {
        Person ada = enrol(0);
        RuleRecord rule = rules.flow().create();
        rules.flow().save(rule.id(), draft(ada));
        assertThat(entry(rule).state()).isEqualTo(RuleState.DRAFT);

        Outcome outcome = rules.send().send(rule.id());

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        AlertRule there = entry(rule).there().orElseThrow();
        assertThat(there.content().cameraIds()).containsExactly(849L);
        assertThat(there.people().orElseThrow().userIds())
                .containsExactly(ada.externalId().toString());
        assertThat(there.people().orElseThrow().collection())
                .isEqualTo(house.cellar().people().companies().active().orElseThrow().collectionId());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(rule).findings()).isEmpty();

        byte[] probe = rules.frames().stream()
                .filter(source -> source.kind() == FrameSource.Kind.SAMPLE)
                .findFirst()
                .flatMap(FrameSource::take)
                .orElseThrow();
        var seen = rules.rehearse().look(there.people().orElseThrow().collection(), probe);
        List<String> members = entry(rule).members().userIds();
        var noon = new Situation(849, "motion", clock.instant(), 80);
        Trace fires = Trace.of(seen, noon, draft(ada), members, rules.rehearse().events(849), clock.instant());
        assertThat(fires.failed()).isEmpty();
        assertThat(fires.steps()).extracting(step -> step.step()).contains(Step.MATCH, Step.NEXT, Step.MEMBER);

        assertThat(failed(seen, new Situation(850, "motion", clock.instant(), 80), ada, members))
                .isEqualTo(Step.CAMERA);
        assertThat(failed(seen, new Situation(849, "line_crossing", clock.instant(), 80), ada, members))
                .isEqualTo(Step.EVENT);
        assertThat(failed(seen, new Situation(849, "motion", Instant.parse("2026-03-21T12:00:00Z"), 80), ada, members))
                .isEqualTo(Step.SCHEDULE);
        assertThat(failed(seen, new Situation(849, "motion", clock.instant(), 100), ada, members))
                .isEqualTo(Step.MATCH);
        assertThat(failed(seen, noon, ada, List.of())).isEqualTo(Step.MEMBER);
    }

    @Test
    void aPersonWhoCannotBeFoundYetBlocksSendingAndSaysWhy() {
        Person waiting = stranger("Not Yet", PersonKind.VISITOR);
        RuleRecord rule = rules.flow().create();
        rules.flow().save(rule.id(), draft(waiting));

        assertThat(rules.send().send(rule.id()))
                .isInstanceOfSatisfying(
                        Outcome.Blocked.class,
                        blocked -> assertThat(blocked.problems())
                                .anyMatch(problem -> problem.problem().equals(Problem.of("rules.not-active", 1L))));
        assertThat(vms().rules()).hasSize(3);
    }

    /// Every way in which creating can go wrong, with the rule stored and without.
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SLOW", "MOVING", "FOREIGN_PAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void noFaultLosesOrDoublesARule(Fault fault) {
        for (boolean done : List.of(true, false)) {
            RuleRecord rule = known("Rule " + done);
            house.vms().embedded().faults().next("POST", fault, done);
            try {
                rules.send().send(rule.id());
            } catch (VmsException expected) {
                assertThat(entry(rule).state()).isIn(RuleState.DRAFT, RuleState.UNSURE, RuleState.SENT);
            }
            rules.drift().check();
            rules.send().send(rule.id());

            assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
            assertThat(vms().rules().stream().filter(there -> there.content().name().equals("Rule " + done)))
                    .hasSize(1);
        }
    }

    @Test
    void aChangeOnTheVmsIsSeenAndIsNotOverwrittenUnasked() {
        RuleRecord rule = sent("Guests");
        AlertRule before = entry(rule).there().orElseThrow();
        vms().update(before, before.content().withName("Renamed by somebody").withSchedule(WeekSchedule.NEVER));

        assertThat(entry(rule).state()).isEqualTo(RuleState.CHANGED_THERE);
        rules.flow().save(rule.id(), rules.rules().store().find(rule.id()).orElseThrow().draft().withName("Mine"));
        AlertRule theirs = rules.send().send(rule.id()) instanceof Outcome.Changed changed ? changed.now() : before;
        assertThat(theirs.content().name()).isEqualTo("Renamed by somebody");

        assertThat(rules.send().sendOver(rule.id(), theirs)).isInstanceOf(Outcome.Done.class);
        assertThat(entry(rule).there().orElseThrow().content().name()).isEqualTo("Mine");
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void whatSomebodyElseMadeOfItCanBeTakenOver() {
        RuleRecord rule = sent("Guests");
        AlertRule before = entry(rule).there().orElseThrow();
        vms().update(before, before.content().withName("Better name"));

        rules.send().takeTheirs(rule.id(), entry(rule).there().orElseThrow());

        assertThat(entry(rule).name()).isEqualTo("Better name");
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aRuleDeletedOnTheVmsIsToldAndCanBeMadeAgain() {
        RuleRecord rule = sent("Guests");
        vms().delete(entry(rule).there().orElseThrow().id());

        assertThat(entry(rule).state()).isEqualTo(RuleState.GONE_THERE);
        assertThat(rules.send().send(rule.id())).isInstanceOf(Outcome.Gone.class);
        assertThat(rules.send().sendAgain(rule.id())).isInstanceOf(Outcome.Done.class);
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
    }

    @Test
    void aGroupThatGrowsIsToldAndSentByItselfOnlyWhereThatWasAskedFor() {
        Person ada = enrol(0);
        PeopleQuery visitors = new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty());
        RuleDraft asked = draft(ada).withWho(new PeopleChoice(List.of(), List.of(visitors)));
        RuleRecord still = rules.flow().duplicate(asked, "Still");
        RuleRecord moving = rules.flow().duplicate(asked.withKeepsUp(true), "Moving");
        rules.send().send(still.id());
        rules.send().send(moving.id());

        Person bea = enrol(1);
        Watch watch = rules.drift().check();

        assertThat(entry(still, watch).state()).isEqualTo(RuleState.OUTDATED);
        assertThat(entry(still, watch).findings()).containsExactly(Problem.of("rules.members-changed", 1L));
        assertThat(entry(moving, watch).state()).isEqualTo(RuleState.SENT);
        assertThat(watch.keptUp()).isEqualTo(1);
        assertThat(entry(moving, watch).there().orElseThrow().people().orElseThrow().userIds())
                .containsExactlyInAnyOrder(
                        ada.externalId().toString(), bea.externalId().toString());
    }

    @Test
    void hoursSentAsUtcAreOutdatedWhenTheClocksChange() {
        Person person = active("Ada");
        RuleRecord rule = rules.flow()
                .duplicate(
                        draft(person).withWhen(new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_UTC)),
                        "Office");
        rules.send().send(rule.id());
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);

        clock.move(Duration.ofDays(12));

        assertThat(entry(rule).state()).isEqualTo(RuleState.OUTDATED);
        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.clock-changed"));
    }

    @Test
    void somebodyRemovedIsMissedInTheRuleThatNamesThem() {
        Person person = active("Ada");
        RuleRecord rule = rules.flow().duplicate(draft(person), "Guests");
        rules.send().send(rule.id());

        house.cellar().people().persons().setRemoved(person.id(), Optional.of(clock.instant()));

        assertThat(entry(rule).findings()).containsExactly(Problem.of("rules.people-gone", 1L));
        assertThat(entry(rule).needsLook()).isTrue();
    }

    @Test
    void aDeletionCanBeTakenBackForTenSecondsAndIsThenDoneOnTheVms() {
        RuleRecord rule = sent("Guests");
        rules.flow().delete(rule.id());
        assertThat(rules.drift().check().entries()).noneMatch(found -> found.name().equals("Guests"));
        assertThat(vms().rules()).hasSize(4);

        assertThat(rules.flow().undelete(rule.id())).isTrue();
        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);

        rules.flow().delete(rule.id());
        clock.move(Duration.ofSeconds(10));
        rules.drift().check();
        assertThat(vms().rules()).hasSize(3);
        assertThat(rules.flow().undelete(rule.id())).isFalse();
    }

    @Test
    void rulesOfOthersAreListedAndAKnownPeopleRuleCanBeTakenOverWithItsStrangers() {
        AlertRule foreign = vms().create(
                        sentContent("Foreign"),
                        vms().ruleIds())
                .rule();
        assertThat(rules.drift().check().entries())
                .filteredOn(found -> found.state() == RuleState.OTHERS)
                .extracting(RuleEntry::name)
                .contains("Laptop left behind", "Gate held open", "Movement in the car park", "Foreign");

        RuleRecord taken = rules.flow().adopt(foreign);

        assertThat(entry(taken).state()).isEqualTo(RuleState.SENT);
        assertThat(entry(taken).members().unknown()).containsExactly("somebody-elses-id");
        rules.flow().save(taken.id(), taken.draft().withName("Renamed"));
        rules.send().send(taken.id());
        assertThat(entry(taken).there().orElseThrow().people().orElseThrow().userIds())
                .containsExactly("somebody-elses-id");
        assertThatThrownBy(() -> rules.flow().adopt(vms().rule(137))).isInstanceOf(RuleException.class);
    }

    @Test
    void rulesComeBackFromAFileAsTheyWere() {
        RuleDraft draft = draft(active("Ada"))
                .withName("Guests")
                .withWhen(new Timetable(Preset.NIGHTS_AND_WEEKENDS.week(), BERLIN, ZoneReading.AS_UTC))
                .withWho(new PeopleChoice(
                        List.of("a", "b"),
                        List.of(new PeopleQuery(Optional.of(PersonKind.WATCH), Optional.empty()))));

        String file = rules.flow().export(List.of(draft, draft.withName("Second")));

        assertThat(rules.flow().importFrom(file))
                .extracting(RuleRecord::draft)
                .containsExactly(draft, draft.withName("Second"));
        assertThat(rules.flow().importFrom(sentContent("From the VMS").body().pretty()))
                .singleElement()
                .matches(record -> record.draft().who().userIds().equals(List.of("somebody-elses-id")));
        assertThatThrownBy(() -> rules.flow().importFrom("{}")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> rules.flow().importFrom("no json")).isInstanceOf(RuleException.class);
    }

    @Test
    void receptionSeesRulesAndChangesNone() {
        RuleRecord rule = sent("Guests");
        var desk = house.cellar().operators().add("Robin", Role.RECEPTION);
        house.cellar().operators().signIn(desk.id());

        assertThat(entry(rule).state()).isEqualTo(RuleState.SENT);
        assertThatThrownBy(() -> rules.flow().create()).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> rules.send().send(rule.id())).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> rules.flow().delete(rule.id())).isInstanceOf(AuditException.class);
    }

    @Test
    void aVmsThatCannotBeReadIsToldAndOursAreListedAllTheSame() {
        RuleRecord rule = sent("Guests");
        house.vms().embedded().faults().next("GET", Fault.ILL, false);

        Watch watch = rules.drift().check();

        assertThat(watch.offline()).map(Problem::code).contains("vms.ill");
        assertThat(entry(rule, watch).state()).isEqualTo(RuleState.SENT);
    }

    private Step failed(
            io.vestibule.rules.rehearse.FaceSearch.Seen seen, Situation situation, Person person, List<String> members) {
        return Trace.of(seen, situation, draft(person), members, List.of(), clock.instant())
                .failed()
                .orElseThrow()
                .step();
    }

    private RuleRecord known(String name) {
        return rules.flow().duplicate(draft(active(name)), name);
    }

    private RuleRecord sent(String name) {
        RuleRecord rule = known(name);
        assertThat(rules.send().send(rule.id())).isInstanceOf(Outcome.Done.class);
        return rule;
    }

    private io.vestibule.vms.RuleContent sentContent(String name) {
        return io.vestibule.vms.RuleContent.knownPeople(
                name,
                List.of(850L),
                List.of("motion"),
                new io.vestibule.vms.RuleMeta.KnownPeople(
                        house.cellar().people().companies().active().orElseThrow().collectionId(),
                        List.of("somebody-elses-id")),
                Recipients.NOBODY,
                WeekSchedule.ALWAYS);
    }

    private RuleDraft draft(Person person) {
        return RuleDraft.empty(new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_TYPED))
                .withName("Guests at the entrance")
                .withWho(PeopleChoice.NOBODY.with(person.externalId().toString()))
                .withCameras(List.of(849L))
                .withTell(new Recipients(List.of(), List.of("desk@example.com"), List.of("+14165550100")));
    }

    private Person enrol(int sample) {
        var details = TestHouse.visitor(house, SampleFlow.SAMPLES.get(sample).name());
        var enrolment = house.enrol()
                .enrol()
                .save(details, TestHouse.photos(house, sample), new Decision.Unknown());
        TestHouse.await(house, enrolment.person(), Standing.State.SEARCHABLE);
        return TestHouse.person(house, enrolment.person());
    }

    /// Somebody whom the collection is said to find; saves the photos where no face is looked at.
    private Person active(String name) {
        Person person = stranger(name, PersonKind.EMPLOYEE);
        var collection = rules.rules().collection().get();
        house.cellar()
                .people()
                .collections()
                .put(new io.vestibule.people.CollectionUser(
                        person.id(), collection.id(), person.externalId().toString(), "ACTIVE"));
        return person;
    }

    private Person stranger(String name, PersonKind kind) {
        var person = new Person(
                io.vestibule.base.PersonId.mint(),
                house.cellar().people().companies().active().orElseThrow().id(),
                UUID.randomUUID(),
                kind,
                name,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(clock.instant().plus(Duration.ofDays(100))),
                clock.instant(),
                Optional.empty(),
                false);
        house.cellar().people().persons().insert(person);
        return person;
    }

    private VmsClient vms() {
        return house.vms().client();
    }

    private RuleEntry entry(RuleRecord rule) {
        return entry(rule, rules.drift().check());
    }

    private static RuleEntry entry(RuleRecord rule, Watch watch) {
        return watch.entries().stream()
                .filter(found -> found.key().equals(rule.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static final class MovableClock extends Clock {

        private volatile Duration ahead;

        MovableClock(Instant now) {
            this.ahead = Duration.between(Instant.now(), now);
        }

        void move(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
