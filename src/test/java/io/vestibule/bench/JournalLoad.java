package io.vestibule.bench;

import com.sun.management.OperatingSystemMXBean;
import io.vestibule.base.CompanyId;
import io.vestibule.base.FileTree;
import io.vestibule.journal.Journal;
import io.vestibule.journal.run.JobListeners;
import io.vestibule.journal.run.JobState;
import io.vestibule.journal.run.NewStep;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.store.AllCompanies;
import io.vestibule.store.CompanyScope;
import io.vestibule.store.Database;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// 20,000 jobs of 20 ms that are due at once, as after a transfer or a long outage: their throughput as a part
/// of that of eight threads that only wait, processor time for each, a screen's query meanwhile, and the size
/// of the file afterwards. Run in a process of its own, whose processor time it reads; prints one line for
/// each figure.
public final class JournalLoad {

    private static final int JOBS = Integer.getInteger("vestibule.bench.jobs", 20_000);
    private static final int WORKERS = 8;
    private static final int A_TRANSACTION = 500;
    private static final long TASK_MILLIS = 20;
    private static final long PROBE_MILLIS = 50;
    private static final int PAGE = 50;

    private JournalLoad() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("vestibule-bench");
        try {
            measure(folder);
        } finally {
            FileTree.delete(folder);
        }
    }

    private static void measure(Path folder) throws Exception {
        var os = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double ideal = JOBS / 5.0 / baselineSeconds(JOBS / 5);
        var file = folder.resolve("records.mv.db");
        var database = Database.open(folder.resolve("records"), "bench".toCharArray(), "db/common");
        var journal = new Journal(AllCompanies.of(database), new JobListeners(), InstantSource.system());
        var company = new CompanyId("acme-1");
        new CompanyStore(AllCompanies.of(database))
                .insert(new Company(company, "Acme", Optional.empty(), true), Instant.now());
        fill(database, journal);
        long filled = Files.size(file);
        var left = new CountDownLatch(JOBS);
        var runner = journal.runner(database, Map.of("task", _ -> {
            pause(TASK_MILLIS);
            left.countDown();
            return StepOutcome.DONE;
        }));
        var compaction = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        // As often, and as long, as the program does.
        var _ = compaction.scheduleWithFixedDelay(
                () -> Database.asBackground(() -> database.compact(Duration.ofMillis(500))), 10, 10, TimeUnit.SECONDS);
        long begun = System.nanoTime();
        long processor = os.getProcessCpuTime();
        runner.start();
        // As the screen reads it: the jobs of the active company.
        var shown = new Journal(CompanyScope.ofActive(database), new JobListeners(), InstantSource.system());
        var queries = probeUntil(left, shown);
        while (journal.counts().ended() < JOBS) {
            pause(PROBE_MILLIS);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double spent = (os.getProcessCpuTime() - processor) / 1e6 / JOBS;
        var counts = journal.counts();
        runner.close();
        compaction.close();
        long most = Files.size(file);
        database.close();
        tell("jobs of 20 ms, ended", JOBS, (double) counts.ended());
        tell("jobs left running", 0, (double) counts.running());
        tell("jobs a second : 8 threads that wait", ideal, JOBS / seconds);
        tell("  of that, per cent (at least 60)", 60, 100 * JOBS / seconds / ideal);
        tell("processor time a job, ms (at most 2)", 2, spent);
        tell("a screen's query meanwhile, p95, ms (under 50)", 50, percentile(queries, 95));
        tell("file with all jobs waiting, MB", Double.NaN, filled / 1e6);
        tell("file when all have ended, MB", Double.NaN, most / 1e6);
        tell("file when closed, MB (at most 200)", 200, Files.size(file) / 1e6);
        tell("load average of this machine", Double.NaN, os.getSystemLoadAverage());
    }

    private static void tell(String name, double aim, double figure) {
        System.out.printf(Locale.ROOT, "%-52s %12.2f %12.2f%n", name, figure, aim);
    }

    private static double baselineSeconds(int tasks) throws InterruptedException {
        var left = new AtomicInteger(tasks);
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) {
                threads.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        pause(TASK_MILLIS);
                    }
                });
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void fill(Database database, Journal journal) {
        for (int from = 0; from < JOBS; from += A_TRANSACTION) {
            int jobs = Math.min(A_TRANSACTION, JOBS - from);
            database.transaction(() -> {
                for (int i = 0; i < jobs; i++) {
                    journal.add(new CompanyId("acme-1"), List.of(new NewStep(() -> "task", "subject")), Duration.ZERO);
                }
            });
        }
    }

    /// A page of Activity, over and over.
    private static List<Double> probeUntil(CountDownLatch done, Journal journal) throws InterruptedException {
        var times = new ArrayList<Double>();
        while (!done.await(PROBE_MILLIS, TimeUnit.MILLISECONDS)) {
            long begun = System.nanoTime();
            var _ = journal.jobs(EnumSet.of(JobState.WAITING, JobState.RUNNING), Optional.empty(), PAGE);
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return times;
    }

    private static double percentile(List<Double> times, int percent) {
        var sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
