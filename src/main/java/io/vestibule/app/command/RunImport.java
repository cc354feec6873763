package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ImportWords;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.ImportRun;
import io.vestibule.bulk.MapFile;
import io.vestibule.bulk.MissingPerson;
import io.vestibule.bulk.RowState;
import io.vestibule.cloud.CloudException;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
        var importing = (ImportArguments) arguments.details().orElseThrow();
        var strings = Strings.load(Locale.getDefault(), ScreenContext.BUNDLES);
        try (var application = PassphraseInput.open(arguments)) {
            application.openStorage();
            var run = imported(application, importing, terminal);
            var counts = application.bulk().context().rows().counts(run.id());
            if (importing.report().isPresent()) {
                write(application, run, importing.report().get(), new ImportWords(strings));
            }
            var missing = application.bulk().missing().find(run.id()).stream()
                    .map(MissingPerson::person)
                    .toList();
            var gone = importing.run() && importing.removeMissing() ? removeMissing(application, run, terminal) : NONE;
            terminal.line(
                    importing.json()
                            ? json(counts, missing.size(), gone.removed())
                            : text(counts, missing.size(), gone.removed(), strings));
            var left = EnumSet.copyOf(OPEN);
            if (!importing.run()) {
                left.remove(RowState.READY);
            }
            return gone.incomplete() || counts.keySet().stream().anyMatch(left::contains) ? INCOMPLETE : 0;
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }

    /// @param incomplete whether somebody who is missing was not removed
    private record Gone(int removed, boolean incomplete) {}

    private static final Gone NONE = new Gone(0, false);

    /// What was imported stays, also if nobody is removed.
    private static Gone removeMissing(Application application, ImportRun run, Terminal terminal) {
        try {
            var result = application.bulk().removeMissing().remove(run.id());
            var waiting = JobWait.perform(application, result.done());
            return new Gone(
                    result.done().size(), !waiting.isEmpty() || !result.failed().isEmpty());
        } catch (BulkException e) {
            CommandFailure.explain(e, terminal);
            return new Gone(0, true);
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

    private static String json(Map<RowState, Integer> counts, int missing, int removed) {
        var numbers = new LinkedHashMap<String, Integer>();
        counts.forEach((state, count) -> numbers.put(OptionWords.word(state), count));
        numbers.put("missing", missing);
        numbers.put("missing-removed", removed);
        return numbers.entrySet().stream()
                .map(number -> "\"" + number.getKey() + "\": " + number.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(Map<RowState, Integer> counts, int missing, int removed, Strings strings) {
        var lines = new ArrayList<String>();
        counts.forEach((state, count) -> lines.add(strings.constant("bulk.state", state) + ": " + count));
        if (missing > 0) {
            lines.add(strings.text("bulk.missing") + ": " + missing);
        }
        if (removed > 0) {
            lines.add(strings.text("bulk.missing-removed") + ": " + removed);
        }
        return String.join("\n", lines);
    }
}
