package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ImportWords;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.ImportRun;
import io.vestibule.bulk.MapFile;
import io.vestibule.bulk.RowState;
import io.vestibule.cloud.CloudException;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `import FILE`: the same as on the Import screen, without a window, as the operator who signed in last.
public final class RunImport {

    static final int INCOMPLETE = 4;

    /// Rows that a person has to look at.
    private static final EnumSet<RowState> OPEN =
            EnumSet.of(RowState.REFUSED, RowState.ASK, RowState.FAILED, RowState.READY);

    private RunImport() {}

    /// @return 0 if nothing is left to do, 4 if rows need a person, 1 or 3 if it did not begin
    public static int run(Arguments arguments, Terminal terminal) {
        var importing = arguments.importing().orElseThrow();
        var strings = Strings.load(Locale.getDefault(), ScreenContext.BUNDLES);
        try (var application = PassphraseInput.open(arguments)) {
            application.openStorage();
            var run = imported(application, importing, terminal);
            var counts = application.bulk().context().rows().counts(run.id());
            if (importing.report().isPresent()) {
                write(application, run, importing.report().get(), new ImportWords(strings));
            }
            terminal.line(importing.json() ? json(counts) : text(counts, new ImportWords(strings)));
            var left = EnumSet.copyOf(OPEN);
            if (!importing.run()) {
                left.remove(RowState.READY);
            }
            return counts.keySet().stream().anyMatch(left::contains) ? INCOMPLETE : 0;
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }

    private static ImportRun imported(Application application, ImportArguments importing, Terminal terminal) {
        var map = importing.map().map(MapFile::read).orElseGet(MapFile::empty);
        var propose = application.bulk().propose();
        var first = propose.propose(importing.source(), Optional.empty(), map.rule());
        var text = map.text(first.text());
        var proposal = text.isEmpty() ? first : propose.propose(importing.source(), text, map.rule());
        var plan = map.plan(proposal, kind -> application.storage().settings().get(EnrolKeys.days(kind)));
        var checked = application
                .bulk()
                .check()
                .check(plan, (done, total) -> terminal.progress("checked " + done + " of " + total));
        if (!importing.run()) {
            return checked;
        }
        try {
            application.startBackgroundWork();
        } catch (CloudException _) {
            // The service gives no answer now; the journal sends everything as soon as it does.
        }
        return application
                .bulk()
                .run()
                .run(checked.id(), (done, total) -> terminal.progress("imported " + done + " of " + total));
    }

    private static void write(Application application, ImportRun run, Path file, ImportWords words) {
        try {
            new ImportReport(application.bulk().context(), words).write(run.id(), false, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Map<RowState, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> "\""
                        + count.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-') + "\": " + count.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(Map<RowState, Integer> counts, ImportWords words) {
        return counts.entrySet().stream()
                .map(count -> words.state(count.getKey()) + ": " + count.getValue())
                .collect(Collectors.joining("\n"));
    }
}
