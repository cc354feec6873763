package io.vestibule.app.wiring;

import io.vestibule.base.PersonId;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.local.engine.EngineSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A separate program that removes or merges somebody who is still being enrolled, undoes it, and ends without closing
/// anything at the first commit of the undo.
public final class UndoneAndGone {

    private UndoneAndGone() {}

    /// @param arguments folder, `remove` or `merge`
    public static void main(String[] arguments) throws Exception {
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                var application =
                        TestApplication.furnished(Path.of(arguments[0]), new ShiftedClock(), EngineSettings.DEFAULT)) {
            var other = save(application, "Ana", 1);
            var photos = TestApplication.photos(application, 0);
            var person = application
                    .enrol()
                    .enrol()
                    .save(TestApplication.visitor(application, "Bo"), photos, new DuplicateDecision.NoDuplicate())
                    .person();
            var commands = application.enrol().commands();
            var undo = arguments[1].equals("merge") ? commands.merge(person, other) : commands.remove(person);
            out.println(person);
            var thread = Thread.currentThread();
            try (var _ = application.storage().journal().onChange(_ -> {
                if (Thread.currentThread().equals(thread)) {
                    Runtime.getRuntime().halt(1);
                }
            })) {
                undo.undo();
            }
        }
    }

    private static PersonId save(Application application, String name, int sample) {
        return application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, name),
                        TestApplication.photos(application, sample),
                        new DuplicateDecision.NoDuplicate())
                .person();
    }
}
