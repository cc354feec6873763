package io.vestibule.app.wiring;

import io.vestibule.local.engine.EngineSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/// A separate program that changes people and rules at random and prints each change, until it is killed.
public final class PeopleChanger {

    private PeopleChanger() {}

    public static void main(String[] arguments) throws Exception {
        var clock = new ShiftedClock();
        // As far as the program was when it was killed: a clock that went back would not be trusted, and nothing
        // erased.
        clock.forward(Duration.ofMillis(Long.parseLong(arguments[2])));
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                var application = TestApplication.furnished(Path.of(arguments[0]), clock, EngineSettings.DEFAULT)) {
            int seed = Integer.parseInt(arguments[1]);
            var random = new Random(seed);
            var people = new RandomChanges(
                    application, clock, seed, application.rules().cascade()::changeWithCascade);
            var rules = new RandomRules(application, seed);
            people.enrol();
            people.enrol();
            while (true) {
                out.println(
                        switch (random.nextInt(12)) {
                            case 0, 1, 2 -> rules.step();
                            case 3 -> people.update();
                            case 4 -> transfer(application);
                            default -> people.step();
                        });
            }
        }
    }

    private static String transfer(Application application) {
        return "transferred " + application.enrol().transfer().begin();
    }
}
