package io.vestibule.journal;

import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.fixture.MigratedDatabase;
import io.vestibule.journal.run.JobListeners;
import io.vestibule.journal.run.JournalRunner;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.journal.run.StepState;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A journal in a real database, with a clock that stands still until it is set.
public abstract class ScriptedJournal {

    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    public static final Problem DENIED = Problem.of("cloud.denied", "IndexFaces");
    public static final Problem OFFLINE = Problem.of("cloud.offline");

    @TempDir
    public Path folder;

    public final AtomicReference<Instant> now = new AtomicReference<>(START);
    public Database database;
    public Journal journal;

    @BeforeEach
    public final void openJournal() {
        database = MigratedDatabase.open(folder);
        journal = new Journal(AllCompanies.of(database), new JobListeners(), now::get);
    }

    @AfterEach
    public final void closeJournal() {
        database.close();
    }

    public final void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    public final UUID add(Duration delay, String... kinds) {
        return journal.add(
                new CompanyId("acme-1"),
                Stream.of(kinds).map(kind -> new NewStep(() -> kind, "x")).toList(),
                delay);
    }

    public final UUID add(String... kinds) {
        return add(Duration.ZERO, kinds);
    }

    public final JournalRunner runner(Map<String, StepHandler> handlers) {
        return journal.runner(database, handlers);
    }

    /// Performs what is due of a job whose steps are of the kinds `one` and `two`.
    public final void perform(UUID job, StepOutcome one, StepOutcome two) {
        runner(Map.of("one", _ -> one, "two", _ -> two)).perform(job);
    }

    public final JobRecord job(UUID job) {
        return journal.job(job).orElseThrow();
    }

    public final List<StepState> states(UUID job) {
        return journal.steps(job).stream().map(Step::state).toList();
    }

    public final Step first(UUID job) {
        return journal.steps(job).getFirst();
    }

    public static StepOutcome later(Problem problem, Duration pause) {
        return new StepOutcome.RetryLater(problem, pause, false);
    }
}
