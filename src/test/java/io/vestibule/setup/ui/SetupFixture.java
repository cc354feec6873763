package io.vestibule.setup.ui;

import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Role;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.people.CompanyStore;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.settings.Settings;
import io.vestibule.settings.SettingsException;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.DataFacts;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.setup.SetupException;
import io.vestibule.store.CompanyScope;
import io.vestibule.store.Database;
import io.vestibule.ui.InlineTaskRunner;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.Theme;
import io.vestibule.ui.UnexpectedFailure;
import io.vestibule.vms.VmsId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A real database and settings file below a folder, and work that runs at once.
public final class SetupFixture implements AutoCloseable {

    public final Strings strings = Strings.strict("app", "setup", "audit", "settings", "ui");
    public final Settings settings;
    public final SettingsFlow settingsFlow;
    public final Session session = new Session();
    public final AuditLog log;
    public final Operators operators;
    public final TaskRunner taskRunner = new InlineTaskRunner(SetupFixture::problem);
    public final Database database;
    public final CompanyStore companies;
    public final CompanyFlow flow;
    public final List<String> calls = new ArrayList<>();

    private final Path folder;

    public SetupFixture(Path folder) {
        this.folder = folder;
        database = MigratedDatabase.open(folder);
        settings = Settings.open(folder.resolve("settings.json"), folder.resolve("machine.json"), Clock.systemUTC());
        companies = new CompanyStore(CompanyScope.ofActive(database));
        log = new AuditLog(database, session, Clock.systemUTC(), new byte[32]);
        settingsFlow = new SettingsFlow(settings, database, session, log);
        operators = new Operators(database, log, session, Clock.systemUTC());
        flow = new CompanyFlow(database, companies, operators, session, log, Clock.systemUTC());
    }

    /// Call on the FX thread, because of the theme.
    public SettingsModel model(Theme.Choice look) {
        return new SettingsModel(
                flow,
                operators,
                session,
                settingsFlow,
                new Theme(look),
                new DataFacts(folder, "Embedded engine, model 1", EnrolKeys.EMBEDDED),
                context());
    }

    /// Notes what cards ask of the program.
    public SetupContext context() {
        return new SetupContext(
                strings,
                taskRunner,
                () -> calls.add("collections"),
                () -> calls.add("company"),
                () -> calls.add("operator"));
    }

    /// A company with one site, and somebody of that role at the desk.
    public Operator signIn(Role role) {
        flow.createFirst(
                new CompanyFlow.NewCompany("Acme", Optional.of(new CompanyId("acme")), List.of("Main entrance")),
                "Anna");
        return operators.signIn(operators.add("Ben", role).id());
    }

    /// A rule that was never sent, for everybody of a site.
    public void addRule(String name, Site site) {
        var week = new Timetable(Week.ALWAYS, ZoneId.of("UTC"), ZoneReading.AS_TYPED);
        var group = new PeopleQuery(Optional.empty(), Optional.of(site.id()));
        new RuleStore(CompanyScope.ofActive(database))
                .insert(new RuleRecord(
                        RuleId.mint(),
                        site.company(),
                        VmsId.UNKNOWN,
                        RuleDraft.empty(week).withName(name).withPeople(PeopleChoice.NOBODY.with(group)),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// Gives whoever is signed in another role.
    public void changeRole(Role role) {
        operators.changeRole(session.operator().orElseThrow().id(), role);
    }

    /// What was done, newest first.
    public List<String> actions() {
        return log.recent(100).stream().map(AuditEntry::action).toList();
    }

    /// Keys of the settings that were changed, newest first.
    public List<String> settingsChanged() {
        return log.recent(100).stream()
                .filter(entry -> entry.action().equals("settings.changed"))
                .map(AuditEntry::subject)
                .toList();
    }

    public static Problem problem(Throwable failure) {
        return switch (failure) {
            case SetupException known -> known.problem();
            case AuditException known -> known.problem();
            case SettingsException known -> known.problem();
            default -> UnexpectedFailure.of(failure).problem();
        };
    }

    @Override
    public void close() {
        database.close();
    }
}
