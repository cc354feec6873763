package io.vestibule.app.wiring;

import io.vestibule.base.CompanyId;
import io.vestibule.check.CheckKeys;
import io.vestibule.check.PhotoCheck;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.change.ChangeStore;
import io.vestibule.rules.DriftFlow;
import io.vestibule.rules.OtherCompaniesFlow;
import io.vestibule.rules.RuleCollections;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleFlow;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.RuleStep;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.RulesContext;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.UnattendedPause;
import io.vestibule.rules.holiday.HolidayCalendar;
import io.vestibule.rules.holiday.HolidayFlow;
import io.vestibule.rules.holiday.HolidayStore;
import io.vestibule.rules.person.RuleCascadeFlow;
import io.vestibule.rules.person.RuleCascadeSteps;
import io.vestibule.rules.person.RuleCascadeStore;
import io.vestibule.rules.rehearse.RehearseFlow;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.who.MemberResolver;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.CompanyScope;
import java.util.Map;
import java.util.Optional;

/// Known People rules over the VMS and the collection in use.
public final class RulesWiring {

    private final Lazy<RulesContext> rules;
    private final Lazy<RuleFlow> flow;
    private final Lazy<SendFlow> send;
    private final Lazy<DriftFlow> drift;
    private final Lazy<RehearseFlow> rehearse;
    private final Lazy<HolidayCalendar> calendar;
    private final Lazy<HolidayFlow> holidays;
    private final Lazy<RuleCascadeFlow> cascade;
    private final Lazy<RuleCascadeSteps> steps;
    private final Lazy<OtherCompaniesFlow> otherCompanies;
    private final Lazy<UnattendedPause> pause;

    RulesWiring(StorageWiring storage, EngineWiring engine, EnrolWiring enrol, VmsWiring vms) {
        this.rules = new Lazy<>(() -> new RulesContext(
                new RuleStore(CompanyScope.ofActive(storage.database())),
                new MemberResolver(storage.people()),
                new Collections(storage, enrol),
                vms,
                storage.session(),
                storage.log(),
                storage.clock()));
        this.flow = new Lazy<>(() -> new RuleFlow(rules.get(), () -> emptyDraft(storage)));
        var holidayStore = new Lazy<>(() -> new HolidayStore(CompanyScope.ofActive(storage.database())));
        this.calendar = new Lazy<>(() ->
                new HolidayCalendar(holidayStore.get(), () -> RuleKeys.zone(storage.settings()), storage.clock()));
        this.holidays = new Lazy<>(() -> new HolidayFlow(rules.get(), holidayStore.get(), calendar.get()));
        this.send = new Lazy<>(() -> new SendFlow(rules.get(), calendar.get()));
        this.drift = new Lazy<>(() -> new DriftFlow(
                rules.get(), calendar.get(), send(), reached -> cascade().resume(reached)));
        this.rehearse = new Lazy<>(() -> new RehearseFlow(
                new RehearsalSearch(
                        () -> new PhotoCheck(engine.vision(), CheckKeys.read(storage.settings())),
                        () -> engine.service().faces(),
                        () -> storage.settings().get(engine.thresholds().search()),
                        () -> storage.log().append("search.by-face", "")),
                () -> SampleFlow.read(SampleFlow.PROBE),
                vms::client,
                storage.session(),
                new RecordingFaceScanner(engine::vision, engine::charged),
                storage.log()));
        this.cascade = new Lazy<>(() -> new RuleCascadeFlow(
                rules.get(),
                storage.people(),
                storage.journal(),
                new ChangeStore(CompanyScope.ofActive(storage.database())),
                new RuleCascadeStore(CompanyScope.ofActive(storage.database())),
                () -> drift().lastSnapshot()));
        this.steps = new Lazy<>(() -> steps(storage));
        this.pause = new Lazy<>(() -> new UnattendedPause(
                send().with(rulesOfAll(storage), calendarOfAll(storage)).pauses()));
        this.otherCompanies = new Lazy<>(() -> new OtherCompaniesFlow(
                storage.people().companies(),
                new RuleStore(AllCompanies.of(storage.database())),
                company -> driftOf(company, storage)));
    }

    /// The rules of a company that the console is not set to. Nothing is sent for them while something is sent for
    /// another company.
    private DriftFlow driftOf(CompanyId company, StorageWiring storage) {
        RulesContext itsRules = rulesOfAll(storage).of(company);
        HolidayCalendar calendarOfAll = calendarOfAll(storage);
        CompanyScope all = AllCompanies.of(storage.database());
        var itsCascade = new RuleCascadeFlow(
                itsRules,
                storage.peopleOfAll(),
                storage.journalOfAll(),
                new ChangeStore(all),
                new RuleCascadeStore(all),
                Optional::empty);
        return new DriftFlow(itsRules, calendarOfAll, send().with(itsRules, calendarOfAll), itsCascade::resume);
    }

    private RulesContext rulesOfAll(StorageWiring storage) {
        return rules.get()
                .with(new RuleStore(AllCompanies.of(storage.database())), new MemberResolver(storage.peopleOfAll()));
    }

    private static HolidayCalendar calendarOfAll(StorageWiring storage) {
        return new HolidayCalendar(
                new HolidayStore(AllCompanies.of(storage.database())),
                () -> RuleKeys.zone(storage.settings()),
                storage.clock());
    }

    /// A person may leave another company than the one that the console is set to.
    private RuleCascadeSteps steps(StorageWiring storage) {
        RulesContext rulesOfAll = rulesOfAll(storage);
        return new RuleCascadeSteps(
                rulesOfAll,
                send().with(rulesOfAll, calendarOfAll(storage)),
                storage.peopleOfAll(),
                storage.journalOfAll(),
                new RuleCascadeStore(AllCompanies.of(storage.database())));
    }

    public RulesContext rules() {
        return rules.get();
    }

    public RuleFlow flow() {
        return flow.get();
    }

    public SendFlow send() {
        return send.get();
    }

    /// Pauses rules of all companies in jobs.
    UnattendedPause pause() {
        return pause.get();
    }

    public DriftFlow drift() {
        return drift.get();
    }

    /// The rules of the companies that the console is not set to.
    public OtherCompaniesFlow otherCompanies() {
        return otherCompanies.get();
    }

    /// Holidays: dates with a schedule that differs from the weekly one.
    public HolidayFlow holidays() {
        return holidays.get();
    }

    /// The rules that contain a person, and their updates when the person changes.
    public RuleCascadeFlow cascade() {
        return cascade.get();
    }

    /// Handlers of this package's journal steps.
    Map<String, StepHandler> steps() {
        return Map.of(RuleStep.FOLLOW_PERSON.key(), step -> steps.get().perform(step));
    }

    public RehearseFlow rehearse() {
        return rehearse.get();
    }

    private record Collections(StorageWiring storage, EnrolWiring enrol) implements RuleCollections {

        @Override
        public CollectionRef get() {
            return enrol.collections()
                    .getOrCreate(storage.people().companies().active().orElseThrow());
        }

        @Override
        public CollectionRef of(CompanyId company) {
            return enrol.collections().getOrCreateById(company);
        }
    }

    private static RuleDraft emptyDraft(StorageWiring storage) {
        return RuleDraft.empty(new Timetable(
                Preset.ALWAYS.week(),
                RuleKeys.zone(storage.settings()),
                storage.settings().get(RuleKeys.READING)));
    }
}
