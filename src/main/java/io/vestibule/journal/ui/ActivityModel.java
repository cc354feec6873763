package io.vestibule.journal.ui;

import io.vestibule.base.Problem;
import io.vestibule.journal.CallStore;
import io.vestibule.journal.JobCounts;
import io.vestibule.journal.JobFlow;
import io.vestibule.journal.Journal;
import io.vestibule.ui.Debouncer;
import io.vestibule.ui.DelayedAction;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
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

/// State of the Activity screen: the jobs, the selected one, and the actions on it. FX thread only.
public final class ActivityModel {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityModel.class);
    private static final int FIRST = 50;
    private static final int MORE = 200;

    final ObjectProperty<ActivityFilter> filter = new SimpleObjectProperty<>(ActivityFilter.ALL);
    final ObjectProperty<List<ActivityLine>> lines = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<JobCounts> counts = new SimpleObjectProperty<>(JobCounts.NONE);
    final ObjectProperty<Optional<UUID>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<JobRow>> detail = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<MonthlyCosts>> costs = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Instant> now;
    final BooleanProperty loaded = new SimpleBooleanProperty();
    final BooleanProperty hasRetryable = new SimpleBooleanProperty();

    private final ActivityPort port;
    private final JobFlow flow;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Map<ActivitySection, Integer> limits = new EnumMap<>(ActivitySection.class);
    private final LatestQuery<ActivityReader.Query, ActivityReader.Answer> read;
    private final LatestQuery<Boolean, MonthlyCosts> price;
    private final Debouncer listDebouncer;
    private final Debouncer costDebouncer;
    private final DelayedAction clock;
    private Optional<AutoCloseable> subscription = Optional.empty();

    public ActivityModel(
            ActivityPort port,
            Journal journal,
            CallStore callStore,
            JobFlow flow,
            TaskRunner taskRunner,
            Strings strings) {
        this.port = port;
        this.flow = flow;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.now = new SimpleObjectProperty<>(port.now());
        ActivityReader reader = new ActivityReader(port, journal, callStore, strings);
        read = new LatestQuery<>(taskRunner, Duration.ZERO, reader::read, this::show, this::failed);
        price = new LatestQuery<>(
                taskRunner, Duration.ZERO, _ -> reader.costs(), found -> costs.set(Optional.of(found)), this::failed);
        listDebouncer = new Debouncer(taskRunner, Duration.millis(200), this::reload);
        // Sums over a whole month: read less often than the list.
        costDebouncer = new Debouncer(taskRunner, Duration.seconds(2), () -> price.submit(true));
        clock = new DelayedAction(Duration.seconds(1), this::tick);
        for (ActivitySection activitySection : ActivitySection.values()) {
            limits.put(activitySection, FIRST);
        }
        filter.addListener((_, _, _) -> reload());
        selected.addListener((_, _, job) -> select(job));
    }

    void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(port.onChange(() -> {
                listDebouncer.trigger();
                costDebouncer.trigger();
            }));
        }
        tick();
        listDebouncer.start();
        costDebouncer.start();
    }

    private void tick() {
        now.set(port.now());
        clock.start();
    }

    void stop() {
        clock.stop();
        listDebouncer.stop();
        costDebouncer.stop();
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
        return port.mayRetry();
    }

    boolean mayGiveUp() {
        return port.mayGiveUp();
    }

    String stepText(String kind) {
        return port.stepText(kind);
    }

    /// Shows more jobs of a section.
    void loadMore(ActivitySection activitySection) {
        limits.merge(activitySection, MORE, Integer::sum);
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
            port.decide(row.job());
        }
    }

    void retryAll() {
        command(flow::retryAll, many -> port.showBanner(Banner.info(strings.text("journal.retried-all", many))));
    }

    void giveUp(JobRow row) {
        if (row.canGiveUp() && mayGiveUp()) {
            command(
                    () -> {
                        flow.giveUp(row.job().id());
                        return true;
                    },
                    _ -> port.showBanner(Banner.done(strings.text("journal.gave-up", row.name()))));
        }
    }

    void undo(JobRow row) {
        if (row.canUndo()) {
            command(
                    () -> port.undo(row.job()),
                    back -> port.showBanner(
                            back
                                    ? Banner.done(strings.text("journal.undone", row.name()))
                                    : Banner.info(strings.text("journal.undo-late"))));
        }
    }

    private <T> void command(Callable<T> task, Consumer<T> done) {
        taskRunner.run(
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
                .filter(activityLine -> job.filter(activityLine.key()::equals).isPresent())
                .map(line -> ((ActivityLine.JobLine) line).row())
                .findFirst();
        if (job.isEmpty() || listed.isPresent()) {
            detail.set(listed);
        } else {
            reload();
        }
    }

    private void reload() {
        read.submit(new ActivityReader.Query(filter.get(), Map.copyOf(limits), selected.get()));
    }

    private void show(ActivityReader.Answer answer) {
        now.set(port.now());
        counts.set(answer.counts());
        lines.set(answer.lines());
        detail.set(answer.selected());
        hasRetryable.set(answer.lines().stream()
                .anyMatch(activityLine -> activityLine instanceof ActivityLine.JobLine(JobRow row) && row.canRetry()));
        loaded.set(true);
    }

    private void failed(Problem problem) {
        loaded.set(true);
        ProblemText words = strings.problem(problem);
        port.showBanner(new Banner(
                Banner.Tone.PROBLEM, words.summary() + " " + words.advice(), Optional.empty(), Optional.empty()));
    }
}
