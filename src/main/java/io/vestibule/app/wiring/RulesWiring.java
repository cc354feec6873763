package io.vestibule.app.wiring;

import io.vestibule.check.CheckKeys;
import io.vestibule.check.PhotoCheck;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.rules.DriftFlow;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleFlow;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.RuleStep;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.Rules;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.holiday.HolidayFlow;
import io.vestibule.rules.holiday.HolidayStore;
import io.vestibule.rules.person.FollowFlow;
import io.vestibule.rules.person.FollowSteps;
import io.vestibule.rules.person.FollowStore;
import io.vestibule.rules.rehearse.RehearseFlow;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.who.Roster;
import java.util.Map;

/// Known People rules over the VMS and the collection in use.
public final class RulesWiring {

    private final Lazy<Rules> rules;
    private final Lazy<RuleFlow> flow;
    private final Lazy<SendFlow> send;
    private final Lazy<DriftFlow> drift;
    private final Lazy<RehearseFlow> rehearse;
    private final Lazy<HolidayCalendar> calendar;
    private final Lazy<HolidayFlow> holidays;
    private final Lazy<FollowFlow> follow;
    private final Lazy<FollowSteps> steps;

    RulesWiring(CellarWiring cellar, EngineWiring engine, EnrolWiring enrol, VmsWiring vms) {
        this.rules = new Lazy<>(() -> new Rules(
                new RuleStore(cellar.database()),
                new Roster(cellar.people()),
                () -> collection(cellar, enrol),
                vms::client,
                cellar.session(),
                cellar.log(),
                cellar.clock()));
        this.flow = new Lazy<>(() -> new RuleFlow(rules.get(), () -> blank(cellar)));
        var holidayStore = new Lazy<>(() -> new HolidayStore(cellar.database()));
        this.calendar =
                new Lazy<>(() -> new HolidayCalendar(holidayStore.get(), () -> RuleKeys.zone(cellar.settings())));
        this.holidays = new Lazy<>(() -> new HolidayFlow(rules.get(), holidayStore.get(), calendar.get()));
        this.send = new Lazy<>(() -> new SendFlow(rules.get(), calendar.get()));
        this.drift = new Lazy<>(() -> new DriftFlow(rules.get(), calendar.get(), send()));
        this.rehearse = new Lazy<>(() -> new RehearseFlow(
                new RehearsalSearch(
                        () -> new PhotoCheck(engine.vision(), CheckKeys.read(cellar.settings())),
                        () -> engine.service().faces(),
                        () -> cellar.settings().get(engine.thresholds().search())),
                () -> SampleFlow.read(SampleFlow.PROBE),
                vms::client,
                cellar.session()));
        var follows = new Lazy<>(() -> new FollowStore(cellar.database()));
        this.follow = new Lazy<>(() -> new FollowFlow(
                rules.get(),
                cellar.people(),
                cellar.journal(),
                new ChangeStore(cellar.database()),
                follows.get(),
                () -> drift().last()));
        this.steps = new Lazy<>(
                () -> new FollowSteps(rules.get(), send(), cellar.people(), cellar.journal(), follows.get()));
    }

    public Rules rules() {
        return rules.get();
    }

    public RuleFlow flow() {
        return flow.get();
    }

    public SendFlow send() {
        return send.get();
    }

    public DriftFlow drift() {
        return drift.get();
    }

    /// The dates that are not like every week.
    public HolidayFlow holidays() {
        return holidays.get();
    }

    /// Who names somebody, and how rules follow them.
    public FollowFlow follow() {
        return follow.get();
    }

    /// What this room does for the journal.
    Map<String, StepHandler> steps() {
        return Map.of(RuleStep.FOLLOW_PERSON.key(), step -> steps.get().perform(step));
    }

    public RehearseFlow rehearse() {
        return rehearse.get();
    }

    private static CollectionRef collection(CellarWiring cellar, EnrolWiring enrol) {
        return enrol.collections().of(cellar.people().companies().active().orElseThrow());
    }

    private static RuleDraft blank(CellarWiring cellar) {
        return RuleDraft.empty(new Timetable(
                Preset.ALWAYS.week(),
                RuleKeys.zone(cellar.settings()),
                cellar.settings().get(RuleKeys.READING)));
    }
}
