package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.command.selfcheck.DateCheck;
import io.vestibule.app.command.selfcheck.HouseCheck;
import io.vestibule.app.command.selfcheck.Report;
import io.vestibule.app.command.selfcheck.ScreenCheck;
import io.vestibule.app.command.selfcheck.SettingsCheck;
import io.vestibule.app.command.selfcheck.VmsCheck;
import io.vestibule.app.wiring.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// `--self-check`: tries every part on this machine, so that something that is missing from a package shows before
/// anybody stands at the desk. Needs no display and no network.
///
/// It works in a temporary folder of its own, which it removes, without the settings of the machine: what is tried is
/// the program, not a company's VMS. A folder given by `--data` is opened as a window opens it, which may migrate its
/// database, and nothing in it is changed.
public final class RunSelfCheck {

    private static final int FAILED = 1;

    /// The name of the master key in the vault; the temporary folder's must not stay in a keyring.
    private static final String MASTER = "master";

    private RunSelfCheck() {}

    /// @return 0 when everything works
    public static int run(Arguments arguments, Terminal terminal) {
        Display.headless();
        var report = new Report(terminal::line);
        report.check("settings", () -> SettingsCheck.read(arguments.lockingFiles()));
        report.check("dates", DateCheck::everyLanguage);
        report.check("screens", () -> {
            var why = Display.whyNoText();
            if (why.isPresent()) {
                throw new Report.Broken(why.get());
            }
            return ScreenCheck.draw();
        });
        try {
            var folder = Files.createTempDirectory("vestibule-check");
            try (var house = House.open(folder, List.of())) {
                walk(report, house);
            } finally {
                remove(folder);
            }
        } catch (IOException | RuntimeException e) {
            report.fault("folder", e);
        }
        arguments.data().ifPresent(data -> report.check("data", () -> people(data, arguments.lockingFiles())));
        return report.finish() ? 0 : FAILED;
    }

    private static void walk(Report report, House house) {
        report.check("vault", () -> house.cellar().vault().kind().name());
        report.check("database", () -> HouseCheck.database(house));
        report.check("models", () -> HouseCheck.models(house));
        report.check("engine", () -> HouseCheck.engine(house));
        report.check("enrolment", () -> HouseCheck.enrol(house));
        report.check("search", () -> HouseCheck.find(house));
        report.check("VMS", () -> VmsCheck.roundTrip(house.vms().client()));
        house.cellar().vault().delete(MASTER);
    }

    private static String people(Path folder, List<Path> lockingFiles) {
        try (var house = House.open(folder, lockingFiles)) {
            house.enter();
            house.prepare();
            var companies = house.cellar().people().companies().all();
            var people = companies.stream()
                    .mapToLong(company -> house.cellar().people().persons().count(company.id()))
                    .sum();
            return companies.size() + " companies, " + people + " people in " + folder;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
