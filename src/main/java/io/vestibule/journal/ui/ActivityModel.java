package io.vestibule.journal.ui;

import io.vestibule.base.Problem;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.JobCounts;
import io.vestibule.journal.JobFlow;
import io.vestibule.journal.Journal;
import io.vestibule.ui.Alarm;
import io.vestibule.ui.Gathering;
import io.vestibule.ui.LatestWork;
import io.vestibule.ui.ProblemWords;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Work;
import io.vestibule.ui.control.Banner;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is under way, which of it is selected, and what can be done about it. FX thread only.
public final class ActivityModel {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityModel.class);
    private static final int FIRST = 50;
    private static final int MORE = 200;

    final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    final ObjectProperty<List<Line>> lines = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<JobCounts> counts = new SimpleObjectProperty<>(JobCounts.NONE);
    final ObjectProperty<Optional<UUID>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<JobRow>> detail = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Costs>> costs = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Instant> now;
    final BooleanProperty loaded = new SimpleBooleanProperty();
    final BooleanProperty troubled = new SimpleBooleanProperty();

    private final ActivityDesk desk;
    private final JobFlow flow;
    private final Work work;
    private final Strings strings;
    private final Map<Section, Integer> limits = new EnumMap<>(Section.class);
    private final LatestWork<ActivityReader.Query, ActivityReader.Answer> read;
    private final LatestWork<Boolean, Costs> price;
    private final Gathering jobs;
    private final Gathering calls;
    private final Alarm clock;
    private Optional<AutoCloseable> subscription = Optional.empty();

    public ActivityModel(
            ActivityDesk desk, Journal journal, CallStore callStore, JobFlow flow, Work work, Strings strings) {
        this.desk = desk;
        this.flow = flow;
        this.work = work;
        this.strings = strings;
        this.now = new SimpleObjectProperty<>(desk.now());
        ActivityReader reader = new ActivityReader(desk, journal, callStore, strings);
        read = new LatestWork<>(work, Duration.ZERO, reader::read, this::show, this::failed);
        price = new LatestWork<>(
                work, Duration.ZERO, _ -> reader.costs(), found -> costs.set(Optional.of(found)), this::failed);
        jobs = new Gathering(work, Duration.millis(200), this::reload);
        // Sums over a whole month: read less often than the list.
        calls = new Gathering(work, Duration.seconds(2), () -> price.ask(true));
        clock = new Alarm(Duration.seconds(1), this::tick);
        for (Section section : Section.values()) {
            limits.put(section, FIRST);
        }
        filter.addListener((_, _, _) -> reload());
        selected.addListener((_, _, job) -> select(job));
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(desk.onChange(() -> {
                jobs.changed();
                calls.changed();
            }));
        }
        tick();
        jobs.start();
        calls.start();
    }

    private void tick() {
        now.set(desk.now());
        clock.start();
    }

    void stop() {
        clock.stop();
        jobs.stop();
        calls.stop();
        subscription.ifPresent(open -> {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("The subscription to changes did not close", e);
            }
        });
        subscription = Optional.empty();
    }

    boolean mayRetry() {
        return desk.mayRetry();
    }

    boolean mayGiveUp() {
        return desk.mayGiveUp();
    }

    String stepWords(String kind) {
        return desk.stepWords(kind);
    }

    /// Shows more jobs of a section.
    void more(Section section) {
        limits.merge(section, MORE, Integer::sum);
        reload();
    }

    void retry(JobRow row) {
        if (row.canRetry() && mayRetry()) {
            command(
                    () -> {
                        flow.retry(row.job().id());
                        return true;
                    },
                    _ -> {});
        }
    }

    void decide(JobRow row) {
        if (row.canDecide() && mayRetry()) {
            desk.decide(row.job());
        }
    }

    void retryAll() {
        command(flow::retryAll, many -> desk.tell(Banner.info(strings.text("journal.retried-all", many))));
    }

    void giveUp(JobRow row) {
        if (row.canGiveUp() && mayGiveUp()) {
            command(
                    () -> {
                        flow.giveUp(row.job().id());
                        return true;
                    },
                    _ -> desk.tell(Banner.done(strings.text("journal.gave-up", row.name()))));
        }
    }

    void undo(JobRow row) {
        if (row.canUndo()) {
            command(
                    () -> desk.undo(row.job()),
                    back -> desk.tell(
                            back
                                    ? Banner.done(strings.text("journal.undone", row.name()))
                                    : Banner.info(strings.text("journal.undo-late"))));
        }
    }

    private <T> void command(Callable<T> task, Consumer<T> done) {
        work.run(
                strings.text("journal.working"),
                task,
                outcome -> {
                    done.accept(outcome);
                    reload();
                },
                problem -> {
                    failed(problem);
                    reload();
                });
    }

    private void select(Optional<UUID> job) {
        Optional<JobRow> listed = lines.get().stream()
                .filter(line -> job.filter(line.key()::equals).isPresent())
                .map(line -> ((Line.Entry) line).row())
                .findFirst();
        if (job.isEmpty() || listed.isPresent()) {
            detail.set(listed);
        } else {
            reload();
        }
    }

    private void reload() {
        read.ask(new ActivityReader.Query(filter.get(), Map.copyOf(limits), selected.get()));
    }

    private void show(ActivityReader.Answer answer) {
        now.set(desk.now());
        counts.set(answer.counts());
        lines.set(answer.lines());
        detail.set(answer.selected());
        troubled.set(answer.lines().stream()
                .anyMatch(line -> line instanceof Line.Entry(JobRow row) && row.canRetry()));
        loaded.set(true);
    }

    private void failed(Problem problem) {
        loaded.set(true);
        ProblemWords words = strings.problem(problem);
        desk.tell(new Banner(
                Banner.Tone.PROBLEM, words.what() + " " + words.advice(), Optional.empty(), Optional.empty()));
    }
}
