package io.vestibule.app.wiring;

import io.vestibule.base.FileTree;
import io.vestibule.local.engine.EngineSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Kills the program again and again at random moments while people are enrolled, updated, moved, merged, edited,
/// removed, restored and transferred, and rules are sent. In every second data folder the services are on sockets
/// of this process, and lose answers to what they have done. After each kill records, journal, collection,
/// bucket and VMS must agree.
public final class KillProof {

    /// Kills of one data folder before a new one is begun.
    private static final int KILLS_A_FOLDER = 10;

    private static final int MAX_CHANGES = 12;
    private static final int MAX_MORE_MILLIS = 800;

    private final Random random;
    private final ShiftedClock clock = new ShiftedClock();

    /// What the program said of its changes before each kill.
    private final List<List<String>> made = new ArrayList<>();

    private KillProof(long seed) {
        random = new Random(seed);
    }

    /// A finding in one data folder does not end the kills in the others; that folder is kept.
    ///
    /// @param kills number of kills
    /// @param seed of the moments and changes, for a repetition; data folder n has the seed `seed + n`
    /// @param progress receives a line after each data folder
    /// @return the number of changes that were made in all folders
    /// @throws AssertionError if a side disagrees after a kill, with the findings of all folders
    public static int run(int kills, long seed, Consumer<String> progress) throws Exception {
        int changes = 0;
        var findings = new ArrayList<String>();
        for (int number = 0; number * KILLS_A_FOLDER < kills; number++) {
            var folder = Files.createTempDirectory("vestibule-kills");
            int killsHere = Math.min(KILLS_A_FOLDER, kills - number * KILLS_A_FOLDER);
            var proof = new KillProof(seed + number);
            try {
                changes += number % 2 == 0
                        ? proof.kills(killsHere, folder, () -> {}, () -> {})
                        : proof.killsOnWire(killsHere, folder);
                progress.accept("folder %d: %d kills".formatted(number, killsHere));
            } catch (Exception | AssertionError e) {
                var finding = "%s, seed %d, after %s: %s".formatted(folder, seed + number, proof.made, trace(e));
                progress.accept(finding);
                findings.add(finding);
                continue;
            }
            FileTree.delete(folder);
        }
        if (!findings.isEmpty()) {
            throw new AssertionError(String.join("\n", findings));
        }
        return changes;
    }

    private static String trace(Throwable failure) {
        var out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    private int killsOnWire(int number, Path folder) throws Exception {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        try (var services = OutsideServices.open(elsewhere)) {
            MigratedFolder.copyTo(folder.resolve("data"));
            services.connect(folder.resolve("data"));
            return kills(number, folder, () -> services.disturb(random), services::calm);
        }
    }

    private int kills(int number, Path folder, Runnable before, Runnable calm) throws Exception {
        int changes = 0;
        for (int i = 0; i < number; i++) {
            before.run();
            changes += kill(folder.resolve("data"), calm);
        }
        return changes;
    }

    /// @param calm ends the faults of the services before all sides are compared
    private int kill(Path data, Runnable calm) throws Exception {
        int changes = 1 + random.nextInt(MAX_CHANGES);
        long pause = Duration.ofMillis(random.nextInt(MAX_MORE_MILLIS)).toNanos();
        var changesMade = KilledProgram.untilKilled(
                PeopleChanger.class,
                data,
                changes,
                () -> LockSupport.parkNanos(pause),
                Integer.toString(random.nextInt(1_000_000)),
                Long.toString(clock.ahead().toMillis()));
        made.add(changesMade);
        if (changesMade.size() != changes) {
            throw new AssertionError("The program ended by itself");
        }
        clock.forward(Duration.ofMinutes(10)); // the program may have moved its own clock forward
        try (var application = TestApplication.furnished(data, clock, EngineSettings.DEFAULT)) {
            var consistencyCheck = new ConsistencyCheck(application, clock);
            consistencyCheck.settle();
            calm.run();
            consistencyCheck.check();
            consistencyCheck.checkRules();
        }
        return changes;
    }
}
