package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.command.selfcheck.ApplicationCheck;
import io.vestibule.app.command.selfcheck.DateCheck;
import io.vestibule.app.command.selfcheck.ScreenCheck;
import io.vestibule.app.command.selfcheck.SelfCheckReport;
import io.vestibule.app.command.selfcheck.SettingsCheck;
import io.vestibule.app.command.selfcheck.VmsCheck;
import io.vestibule.app.wiring.Application;
import io.vestibule.base.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `--self-check`: checks every subsystem on this computer, so that a component missing from a package is found
/// before the program is in use. Needs no display and no network.
///
/// It works in its own temporary folder, which it removes, and without the settings of the machine: the check is
/// about the program, not about a company's VMS. A folder given by `--data` is opened in the same way as for a
/// window, which may migrate its database; nothing else in it changes.
public final class RunSelfCheck {

    private static final int FAILED = 1;

    /// The name of the master key in the vault; the temporary folder's key must not remain in a keyring.
    private static final String MASTER = "master";

    private RunSelfCheck() {}

    /// @return 0 when everything works
    public static int run(Arguments arguments, Terminal terminal) {
        Display.useHeadlessPlatform();
        var selfCheckReport = new SelfCheckReport(terminal::line);
        selfCheckReport.check("settings", () -> SettingsCheck.read(arguments.lockingFiles()));
        selfCheckReport.check("dates", DateCheck::everyLanguage);
        selfCheckReport.check("screens", () -> {
            var why = Display.textUnavailableReason();
            if (why.isPresent()) {
                throw new SelfCheckReport.CheckFailedException(why.get());
            }
            return ScreenCheck.draw();
        });
        try {
            var folder = Files.createTempDirectory("vestibule-check");
            try (var application = Application.open(folder, List.of())) {
                walk(selfCheckReport, application);
            } finally {
                FileTree.delete(folder);
            }
        } catch (IOException | RuntimeException e) {
            selfCheckReport.fail("folder", e);
        }
        arguments
                .data()
                .ifPresent(
                        data -> selfCheckReport.check("data", () -> checkDataFolder(data, arguments.lockingFiles())));
        return selfCheckReport.finish() ? 0 : FAILED;
    }

    private static void walk(SelfCheckReport selfCheckReport, Application application) {
        selfCheckReport.check(
                "vault", () -> application.storage().vault().kind().name());
        selfCheckReport.check("database", () -> ApplicationCheck.database(application));
        selfCheckReport.check("models", () -> ApplicationCheck.models(application));
        selfCheckReport.check("engine", () -> ApplicationCheck.engine(application));
        selfCheckReport.check("enrolment", () -> ApplicationCheck.enrol(application));
        selfCheckReport.check("search", () -> ApplicationCheck.find(application));
        selfCheckReport.check("VMS", () -> VmsCheck.roundTrip(application.vms().client()));
        application.storage().vault().delete(MASTER);
    }

    private static String checkDataFolder(Path folder, List<Path> lockingFiles) {
        try (var application = Application.open(folder, lockingFiles)) {
            application.openStorage();
            application.createServices();
            var companies = application.storage().people().companies().all();
            var people = companies.stream()
                    .mapToLong(
                            company -> application.storage().people().persons().count(company.id()))
                    .sum();
            return companies.size() + " companies, " + people + " people in " + folder;
        }
    }
}
