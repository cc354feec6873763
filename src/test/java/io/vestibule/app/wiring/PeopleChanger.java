package io.vestibule.app.wiring;

import io.vestibule.local.engine.EngineSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A separate program that changes people at random and prints each change, until it is killed.
public final class PeopleChanger {

    private PeopleChanger() {}

    public static void main(String[] arguments) throws Exception {
        var clock = new ShiftedClock();
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                var application = TestApplication.furnished(Path.of(arguments[0]), clock, EngineSettings.DEFAULT)) {
            var changes = new RandomChanges(application, clock, Integer.parseInt(arguments[1]));
            changes.enrol();
            changes.enrol();
            while (true) {
                out.println(changes.step());
            }
        }
    }
}
