package io.vestibule.app.wiring;

import io.vestibule.base.FileTree;
import io.vestibule.local.engine.EngineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

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

    private KillProof(long seed) {
        random = new Random(seed);
    }

    /// @param kills number of kills
    /// @param seed of the moments and changes, for a repetition
    /// @return the number of changes that were made, all told
    /// @throws AssertionError if a side disagrees after a kill
    public static int run(int kills, long seed) throws Exception {
        var proof = new KillProof(seed);
        int changes = 0;
        for (int done = 0; done < kills; done += KILLS_A_FOLDER) {
            var folder = Files.createTempDirectory("vestibule-kills");
            int number = Math.min(KILLS_A_FOLDER, kills - done);
            changes += done / KILLS_A_FOLDER % 2 == 0
                    ? proof.kills(number, folder, () -> {}, () -> {})
                    : proof.killsOnWire(number, folder);
            FileTree.delete(folder);
        }
        return changes;
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
        var made = KillTest.untilKilled(
                PeopleChanger.class,
                data,
                changes,
                () -> LockSupport.parkNanos(pause),
                Integer.toString(random.nextInt(1_000_000)),
                Long.toString(clock.ahead().toMillis()));
        if (made.size() != changes) {
            throw new AssertionError("The program ended by itself after " + made);
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
