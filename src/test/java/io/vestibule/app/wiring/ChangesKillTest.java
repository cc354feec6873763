package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.engine.EngineSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Crash recovery: the program is killed, not closed, while people are changed.
class ChangesKillTest {

    @TempDir
    Path folder;

    /// Killed while photos move, people are merged, removed and restored, and journal steps are still open:
    /// afterwards all steps complete, and there is no face without a record.
    @ParameterizedTest
    @ValueSource(ints = {3, 7, 12, 18})
    void changesAreBroughtToTheirEnd(int made) throws Exception {
        var data = folder.resolve("data");
        assertThat(KilledProgram.untilKilled(PeopleChanger.class, data, made, "1" + made, "0"))
                .hasSize(made);
        var clock = new ShiftedClock();
        // The program that was killed may have moved its clock forward.
        clock.forward(Duration.ofMinutes(10));
        try (var application = TestApplication.furnished(data, clock, EngineSettings.DEFAULT)) {
            var consistencyCheck = new ConsistencyCheck(application, clock);
            consistencyCheck.settle();
            consistencyCheck.check();
        }
    }
}
