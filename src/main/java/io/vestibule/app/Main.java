package io.vestibule.app;

import io.vestibule.app.command.Arguments;
import io.vestibule.app.command.Display;
import io.vestibule.app.command.RunAudit;
import io.vestibule.app.command.RunBackup;
import io.vestibule.app.command.RunCohort;
import io.vestibule.app.command.RunDoctor;
import io.vestibule.app.command.RunImport;
import io.vestibule.app.command.RunMeasure;
import io.vestibule.app.command.RunPeople;
import io.vestibule.app.command.RunRules;
import io.vestibule.app.command.RunSelfCheck;
import io.vestibule.app.command.RunServer;
import io.vestibule.app.command.RunSync;
import io.vestibule.app.command.RunTour;
import io.vestibule.app.command.RunWindow;
import io.vestibule.support.Versions;
import java.util.ArrayList;
import java.util.List;

/// Entry point. Loads no class of JavaFX before it is known which display is available, and does not extend
/// `Application`, so that it starts from the class path as well.
public final class Main {

    private static final int MISUNDERSTOOD = 2;

    private Main() {}

    public static void main(String[] args) {
        var terminal = new Terminal();
        var words = new ArrayList<>(List.of(args));
        // The build tool passes all arguments in one string.
        words.addAll(Arguments.split(System.getProperty("vestibule.with", "")));
        if (AotCacheManifest.isStale()) {
            System.exit(AotCacheManifest.restartWithoutCache(words));
        }
        try {
            System.exit(run(Arguments.of(words, System.getenv()), terminal));
        } catch (Arguments.UsageException e) {
            terminal.line(String.valueOf(e.getMessage()));
            terminal.line(help());
            System.exit(MISUNDERSTOOD);
        }
    }

    private static int run(Arguments arguments, Terminal terminal) {
        return switch (arguments.command()) {
            case HELP -> {
                terminal.line(help());
                yield 0;
            }
            case VERSION -> {
                terminal.line("Vestibule " + Versions.program());
                yield 0;
            }
            case SELF_CHECK -> RunSelfCheck.run(arguments, terminal);
            case BACKUP -> RunBackup.backup(arguments, terminal);
            case RESTORE -> RunBackup.restore(arguments, terminal);
            case AUDIT_VERIFY -> RunAudit.verify(arguments, terminal);
            case AUDIT_EXPORT -> RunAudit.export(arguments, terminal);
            case DOCTOR -> RunDoctor.run(arguments, terminal);
            case IMPORT -> RunImport.run(arguments, terminal);
            case PEOPLE -> RunPeople.run(arguments, terminal);
            case SYNC -> RunSync.run(arguments, terminal);
            case COHORT -> RunCohort.run(arguments, terminal);
            case RULES -> RunRules.run(arguments, terminal);
            case RECEIPT_VERIFY -> RunAudit.verifyReceipt(arguments, terminal);
            case MEASURE -> RunMeasure.start(arguments, terminal);
            case SERVE -> RunServer.run(arguments, terminal);
            case TOUR -> RunTour.headless(arguments, terminal);
            case WINDOW -> {
                var why = Display.windowUnavailableReason();
                if (why.isEmpty()) {
                    yield RunWindow.run(arguments);
                }
                terminal.line(why.get() + " Taking the tour without a window instead.");
                yield RunTour.headless(arguments, terminal);
            }
        };
    }

    private static String help() {
        return """
                Vestibule enrols people's faces into a face collection.

                  (nothing)              opens the window; without a display takes the tour
                  --tour [PHOTOS...]     enrols sample people, or the people of the folders given (one folder a person),
                                         through the real screens, tells what happened and writes pictures
                  --output FOLDER        where the tour writes; a new temporary folder if not given
                  --serve-local [PORT]   serves the embedded engine to any AWS SDK of this machine, without the window;
                                         on a free port if none is given; --refuse-unmeasured refuses requests for
                                         attributes of a face that no model here measures (age, gender, emotions ...)
                                         instead of leaving them out
                  --self-check           tries every part on this machine without a display, one line each, and ends with 0
                                         if all work; leaves your data alone, but opens the folder given by --data
                  backup                 makes a backup in the folder of the settings; ends with 0, or 1 if it failed,
                                         or 3 if the data folder is open in another program
                  restore FILE           puts the data back as in that backup; what was there is kept in set-aside, who
                                         was erased since stays erased; ends with 0, or 1 if it failed, 3 if the data
                                         folder is open in another program, 4 if the backup is damaged or needs another
                                         key; 1, 3 and 4 change nothing
                  import LIST            with --dry-run checks a list with photos, with --run imports it as well, as the
                                         operator who signed in last; --map FILE says how the list is read, --report FILE
                                         writes what became of each row (.csv or .html), --json prints the counts as
                                         JSON, --remove-missing removes people whom the list no longer names (up to the
                                         limit of the settings); ends with 0, or 1 if the list was not read, 3 if the data folder is open
                                         in another program, 4 if rows are left that a person has to look at
                  sync                   with --run brings people to what the directory of the settings (LDAP, Active
                                         Directory) says, with --dry-run only says what would happen; --report FILE,
                                         --json; ends with 0, or 4 if somebody needs a person or more people are missing
                                         than may be removed, 1 if the directory was not read, 3 if the data folder is
                                         open in another program
                  people list            prints the people of the active company, as the operator who signed in last; --name,
                                         --kind visitor|employee|watch and --status searchable|attention|on-the-way|
                                         no-photo choose some of them, --json prints JSON
                  people export FILE     writes them to a CSV file, which import reads again, or JSON file; same options
                  people remove NUMBER…  with --run removes people by employee number or id and waits until they are
                                         erased, with --dry-run only counts them; --list FILE names one a line, --limit N
                                         replaces the limit of the settings; ends with 5 if more are named than the limit
                                         allows, and nobody is removed then
                  people renew NUMBER…   with --until DAY --paper-consent renews people whose signed consent you hold;
                                         --run, --dry-run and --list as before
                  rules list             prints the rules with their state on the VMS; --json
                  rules send NAME…       sends rules by name or id, or with --all those that were changed and not sent;
                                         --run or --dry-run, --json; people and rules end with 0, or 4 if something is
                                         left that a person has to look at (it is on the standard error), 1 if it failed,
                                         3 if the data folder is open in another program
                  audit verify           checks that no entry of the audit log was changed, removed or inserted later;
                                         ends with 0, or 4 if one was, 1 if it failed, 3 if the data folder is open
                  audit export FILE      writes the audit log, as JSON if the name ends with .json, otherwise as CSV; ends
                                         with 0, or 1 if it failed, 3 if the data folder is open in another program
                  doctor                 compares the records of the active company with its collection, its bucket and its
                                         rules, and changes nothing; ends with 0 if they agree, 4 if something differs,
                                         5 if the collection or the bucket could not be read whole, 1 if it failed, 3 if
                                         the data folder is open in another program
                  doctor --fix           also carries out what is proposed, waits for it, and compares again
                  --fix-also KIND        also deletes unknown-face, unknown-face-of-person, same-image-face, unknown-user or
                                         unknown-file, which another program may need; takes back
                                         face-with-unknown-user; sends other-model again; pauses rule-finds-nobody;
                                         can be given several times
                  --json                 with doctor: the result as JSON
                  cohort FOLDER FILE     builds the faces of everybody, by which the embedded engine normalises its scores,
                                         from photos of at least 400 people (a folder or a photo for each); the setting
                                         enrol.cohort then names the file; ends with 0, 4 if these are too few people, 1
                                         if a file cannot be read or written
                  receipt verify FILE    checks a receipt of an erasure (JSON); ends with 0 if this desk signed it and it is
                                         unchanged, 4 if not, 1 if it failed, 3 if the data folder is open
                  --measure-start        opens the window, types a letter into the first field, tells what that cost,
                                         and closes
                  --config FILE          settings of this file cannot be changed in the window; those of the machine's
                                         file win (Linux: /etc/vestibule/settings.json)
                  --data FOLDER          keeps people, photos and settings there instead of in the usual place
                  --passphrase-stdin     reads the passphrase of the data folder from the first line of the standard
                                         input; otherwise from the file that VESTIBULE_PASSPHRASE_FILE names, or the
                                         open descriptor with the number in VESTIBULE_PASSPHRASE_FD
                  --recovery-key-stdin   reads the recovery key from the first line of the standard input, and uses it in
                                         place of the lost key; with restore also in an empty data folder
                  --version, --help""";
    }
}
