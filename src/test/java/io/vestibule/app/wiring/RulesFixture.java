package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.clock.GuardedClock;
import io.vestibule.clock.Uptime;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.vms.VmsFaultInjector;
import io.vestibule.people.Contact;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.DriftReport;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SendFlow.SendResult;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.VmsClient;
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
import org.junit.jupiter.api.io.TempDir;

/// The embedded VMS over HTTP and a real application, with a clock that can be moved on.
public abstract class RulesFixture {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    public Path folder;

    public final MovableClock clock = new MovableClock(Instant.parse("2026-03-20T12:00:00Z"));
    public Application application;
    public RulesWiring rules;

    @BeforeEach
    public final void open() {
        application = TestApplication.furnished(folder, new GuardedClock(clock, clock), EngineSettings.DEFAULT);
        rules = application.rules();
    }

    @AfterEach
    public final void close() {
        application.close();
    }

    public final RuleRecord known(String name) {
        return rules.flow().duplicate(draft(active(name)), name);
    }

    public final RuleRecord sent(String name) {
        RuleRecord rule = known(name);
        assertThat(rules.send().send(rule.id())).isInstanceOf(SendResult.Done.class);
        return rule;
    }

    public final io.vestibule.vms.RuleContent sentContent(String name) {
        return io.vestibule.vms.RuleContent.knownPeople(
                name,
                List.of(850L),
                List.of("motion"),
                new io.vestibule.vms.RuleMeta.KnownPeople(
                        application
                                .storage()
                                .people()
                                .companies()
                                .active()
                                .orElseThrow()
                                .collectionId(),
                        List.of("somebody-elses-id")),
                Recipients.NOBODY,
                WeekSchedule.ALWAYS);
    }

    public final RuleDraft draft(Person person) {
        return RuleDraft.empty(new Timetable(Preset.OFFICE_HOURS.week(), BERLIN, ZoneReading.AS_TYPED))
                .withName("Guests at the entrance")
                .withPeople(PeopleChoice.NOBODY.with(person.externalId()))
                .withCameras(List.of(849L))
                .withRecipients(new Recipients(List.of(), List.of("desk@example.com"), List.of("+14165550100")));
    }

    public final Person enrol(int sample) {
        var enrolDetails = TestApplication.visitor(
                application, SampleFlow.SAMPLES.get(sample).name());
        var enrolment = application
                .enrol()
                .enrol()
                .save(enrolDetails, TestApplication.photos(application, sample), new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, enrolment.person(), EnrolmentStatus.State.SEARCHABLE);
        return TestApplication.person(application, enrolment.person());
    }

    /// Somebody whom the collection is said to find; saves the photos where no face is looked at.
    public final Person active(String name) {
        Person person = stranger(name, PersonKind.EMPLOYEE);
        var collection = rules.rules().collection().get();
        application
                .storage()
                .people()
                .collections()
                .saveAdopted(new io.vestibule.people.CollectionUser(
                        person.id(), collection.id(), person.externalId(), "ACTIVE"));
        return person;
    }

    public final Person stranger(String name, PersonKind kind) {
        var person = new Person(
                io.vestibule.base.PersonId.mint(),
                application
                        .storage()
                        .people()
                        .companies()
                        .active()
                        .orElseThrow()
                        .id(),
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
        application.storage().people().persons().insert(person);
        return person;
    }

    /// From now on somebody else of that role is at the desk.
    public final void signIn(Role role) {
        var operators = application.storage().operators();
        operators.signIn(operators.add("Robin", role).id());
    }

    /// Waits until all rules have followed the people who were removed or merged.
    public final void cascaded() {
        application.enrol().runner().wake();
        TestApplication.await(application, () -> {
            // The clock skips the back-off of waiting steps.
            clock.move(Duration.ofMinutes(10));
            application.enrol().runner().wake();
            return application.storage().journal().openSteps(100).stream()
                    .noneMatch(step -> io.vestibule.rules.RuleStep.FOLLOW_PERSON.is(step));
        });
    }

    /// What goes wrong with the next questions to the embedded VMS.
    public final VmsFaultInjector faults() {
        return application.vms().embedded().faults();
    }

    public final VmsClient vms() {
        return application.vms().client();
    }

    public final RuleEntry entry(RuleRecord rule) {
        return entry(rule, rules.drift().reconcile());
    }

    public static final RuleEntry entry(RuleRecord rule, DriftReport driftReport) {
        return driftReport.entries().stream()
                .filter(found -> found.key().equals(rule.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    public static final class MovableClock extends Clock implements Uptime {

        private volatile Duration ahead;
        private volatile Duration wrong = Duration.ZERO;

        MovableClock(Instant now) {
            this.ahead = Duration.between(Instant.now(), now);
        }

        public void move(Duration by) {
            ahead = ahead.plus(by);
        }

        /// Sets the clock wrong by that much; no time passes.
        public void setWrong(Duration by) {
            wrong = by;
        }

        @Override
        public long nanoTime() {
            return sinceBoot().toNanos();
        }

        @Override
        public Duration sinceBoot() {
            return Duration.between(Instant.EPOCH, Instant.now().plus(ahead));
        }

        @Override
        public String bootId() {
            return "this computer";
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead).plus(wrong);
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
