package io.vestibule.app.wiring;

import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.RowDecision;
import io.vestibule.bulk.RunState;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Imports a list, or continues its import, and prints a line for each row, until it is killed by [ImportKillTest].
public final class ListImporter {

    private ListImporter() {}

    public static void main(String[] arguments) {
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                var application = TestApplication.furnished(Path.of(arguments[0]))) {
            run(application, Path.of(arguments[1]), (done, _) -> out.println(done));
        }
    }

    /// Continues the latest import if there is one.
    static void run(Application application, Path list, ProgressListener progress) {
        var bulk = application.bulk();
        var run = bulk.context().runs().latest(1).stream()
                .filter(latest -> latest.state() != RunState.CHECKING)
                .findFirst()
                .orElseGet(() -> bulk.check().check(ImportTest.plan(list), ProgressListener.NONE));
        // Everybody in the list has one of three faces.
        var _ = bulk.decide().decide(bulk.decide().asked(run.id()), RowDecision.DIFFERENT);
        var _ = bulk.run().run(run.id(), progress);
    }
}
