package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ImportWords;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.directory.SyncResult;
import io.vestibule.cloud.CloudException;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// `sync`: people are brought to what the directory of the settings says, as the operator who signed in last.
public final class RunSync {

    /// Rows that a person has to look at.
    private static final Set<RowState> OPEN = EnumSet.of(RowState.REFUSED, RowState.ASK, RowState.FAILED);

    private RunSync() {}

    /// @return 0 if nothing is left to do, 4 if somebody needs a person or was not removed because of the limit, 1 or 3
    /// if the directory was not read
    public static int run(Arguments arguments, Terminal terminal) {
        var sync = (SyncArguments) arguments.details().orElseThrow();
        var strings = Strings.load(Locale.getDefault(), ScreenContext.BUNDLES);
        try (var application = PassphraseInput.open(arguments)) {
            application.openStorage();
            if (sync.run()) {
                start(application);
            }
            var result = application
                    .bulk()
                    .sync()
                    .sync(!sync.run(), (done, total) -> terminal.progress("read " + done + " of " + total));
            var waiting = JobWait.perform(application, result.removed());
            if (sync.report().isPresent() && result.run().isPresent()) {
                write(application, result, sync.report().get(), new ImportWords(strings));
            }
            terminal.line(sync.json() ? json(result) : text(result, strings));
            result.held().ifPresent(problem -> {
                var words = strings.problem(problem);
                terminal.progress(words.summary() + " " + words.explanation() + " " + words.advice());
            });
            boolean open = !waiting.isEmpty()
                    || result.held().isPresent()
                    || result.rows().keySet().stream().anyMatch(OPEN::contains);
            return open ? CommandFailure.UNUSABLE : 0;
        } catch (RuntimeException e) {
            return CommandFailure.report(e, List.of(), terminal);
        }
    }

    private static void start(Application application) {
        try {
            application.startBackgroundWork();
        } catch (CloudException _) {
            // The service gives no answer now; the journal sends everything as soon as it does.
        }
    }

    private static void write(Application application, SyncResult result, Path file, ImportWords words) {
        try {
            new ImportReport(application.bulk().context(), words)
                    .write(result.run().orElseThrow(), false, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(SyncResult result) {
        var numbers = new LinkedHashMap<String, Integer>();
        numbers.put("named", result.named());
        result.rows().forEach((state, count) -> numbers.put(OptionWords.word(state), count));
        numbers.put("gone", result.gone());
        numbers.put("gone-removed", result.removed().size());
        return numbers.entrySet().stream()
                .map(number -> "\"" + number.getKey() + "\": " + number.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(SyncResult result, Strings strings) {
        var lines = new ArrayList<String>();
        lines.add(strings.text("bulk.directory.named") + ": " + result.named());
        result.rows().forEach((state, count) -> lines.add(strings.constant("bulk.state", state) + ": " + count));
        lines.add(strings.text("bulk.directory.gone") + ": " + result.gone());
        if (!result.removed().isEmpty()) {
            lines.add(strings.text("bulk.missing-removed") + ": "
                    + result.removed().size());
        }
        return String.join("\n", lines);
    }
}
