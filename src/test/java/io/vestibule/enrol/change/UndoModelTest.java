package io.vestibule.enrol.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.change.Undo;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random sequences of every kind of change, each of which is undone now and then: after the undo, the records, the
/// journal, the collection and the bucket are as they were before the change.
///
/// The seed is in the name of the test, and every failure quotes it with what was done. `-Dvestibule.seed=N` runs
/// only that one.
class UndoModelTest {

    private static final int CHANGES = 30;

    @TempDir
    Path folder;

    static LongStream seeds() {
        var given = Long.getLong("vestibule.seed");
        return given == null
                ? LongStream.of(1, 2, 3, ThreadLocalRandom.current().nextLong(1_000_000))
                : LongStream.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyUndoRestoresTheStateBefore(long seed) {
        try (var fixture = EnrolFixture.open(folder)) {
            var model = new UndoModel(fixture, seed);
            model.begin();
            for (int i = 0; i < CHANGES; i++) {
                model.changeAndPerhapsUndo();
            }
            model.settle();
            assertThat(model.log()).as("seed %d", seed).isNotEmpty();
        }
    }

    /// A kind that nobody performs here would be a kind whose undo nobody tries.
    @Test
    void theModelKnowsEveryKindOfChange() {
        try (var fixture = EnrolFixture.open(folder)) {
            var model = new UndoModel(fixture, 7);
            model.begin();
            Set<Undo.ChangeKind> missing = EnumSet.allOf(Undo.ChangeKind.class);
            for (var kind : Undo.ChangeKind.values()) {
                for (int i = 0; i < 3 && missing.contains(kind); i++) {
                    if (model.changeAndUndo(kind)) {
                        missing.remove(kind);
                    }
                }
            }
            assertThat(missing).as("after %s", model.log()).isEmpty();
        }
    }
}
