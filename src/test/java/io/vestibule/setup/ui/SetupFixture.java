package io.vestibule.setup.ui;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Session;
import io.vestibule.base.Problem;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.people.CompanyStore;
import io.vestibule.settings.Settings;
import io.vestibule.settings.SettingsException;
import io.vestibule.settings.Vault;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.DataFacts;
import io.vestibule.setup.SetupException;
import io.vestibule.store.Database;
import io.vestibule.ui.InlineWork;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.Theme;
import io.vestibule.ui.UnexpectedFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// A real database and settings file in a folder, and a task runner that runs tasks at once.
final class SetupFixture implements AutoCloseable {

    final Strings strings = Strings.strict("app", "setup", "audit", "settings", "ui");
    final TaskRunner taskRunner = new InlineWork(SetupFixture::problem);
    final Database database;
    final Settings settings;
    final CompanyStore companies;
    final Session session = new Session();
    final Operators operators;
    final CompanyFlow flow;
    final List<String> calls = new ArrayList<>();

    private final Path folder;

    SetupFixture(Path folder) {
        this.folder = folder;
        database = Database.open(folder.resolve("records"), "key".toCharArray(), "db/common");
        settings = Settings.open(folder.resolve("settings.json"), folder.resolve("machine.json"), Clock.systemUTC());
        companies = new CompanyStore(database);
        AuditLog log = new AuditLog(database, session, Clock.systemUTC());
        operators = new Operators(database, log, session, Clock.systemUTC());
        flow = new CompanyFlow(database, companies, operators, session, log, Clock.systemUTC());
    }

    /// Call on the FX thread, because of the theme.
    SettingsModel model(Theme.Choice look) {
        return new SettingsModel(
                flow,
                operators,
                session,
                settings,
                new Theme(look),
                new DataFacts(folder, Vault.Kind.FILE, "Embedded engine, model 1", EnrolKeys.EMBEDDED),
                new SetupContext(
                        strings,
                        taskRunner,
                        () -> calls.add("collections"),
                        () -> calls.add("company"),
                        () -> calls.add("operator")));
    }

    static Problem problem(Throwable failure) {
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
