package io.vestibule.doctor.ui;

import io.vestibule.base.Problem;
import io.vestibule.doctor.CollectionCheckRun;
import io.vestibule.doctor.CompareFlow;
import io.vestibule.doctor.Discrepancy;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.doctor.DiscrepancyStore;
import io.vestibule.doctor.RemedyFlow;
import io.vestibule.people.change.Undo;
import io.vestibule.ui.Debouncer;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Banner;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// State of the comparison on the screen: the last result, what is chosen of it, and the comparison under way. FX
/// thread only.
public final class DoctorModel {

    private static final Logger LOG = LoggerFactory.getLogger(DoctorModel.class);
    private static final int EXAMPLES = 5;
    private static final Duration PAUSE = Duration.millis(500);
    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    final ObjectProperty<Optional<DoctorResult>> result = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<CompareFlow.Plan>> plan = new SimpleObjectProperty<>(Optional.empty());
    final SingleTask task;
    final ObjectProperty<DoctorFilter> filter = new SimpleObjectProperty<>(DoctorFilter.ALL);
    final ObservableSet<DiscrepancyKind> chosen = FXCollections.observableSet();

    private final CompareFlow compare;
    private final RemedyFlow remedies;
    private final DiscrepancyStore store;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final DoctorPort port;
    private final Debouncer reload;
    private Optional<AutoCloseable> subscription = Optional.empty();

    private record Loaded(Optional<DoctorResult> result, Optional<CompareFlow.Plan> plan) {}

    public DoctorModel(
            CompareFlow compare,
            RemedyFlow remedies,
            DiscrepancyStore store,
            TaskRunner taskRunner,
            Strings strings,
            DoctorPort port) {
        this.compare = compare;
        this.remedies = remedies;
        this.store = store;
        this.taskRunner = taskRunner;
        this.task = new SingleTask(taskRunner);
        this.strings = strings;
        this.port = port;
        LatestQuery<Boolean, Loaded> query =
                new LatestQuery<>(taskRunner, Duration.ZERO, _ -> load(), this::show, port::showProblem);
        this.reload = new Debouncer(taskRunner, PAUSE, () -> query.submit(true));
    }

    Strings strings() {
        return strings;
    }

    boolean isCharged() {
        return port.isCharged();
    }

    public void start() {
        if (subscription.isEmpty()) {
            subscription = Optional.of(port.onChange(reload::trigger));
        }
        reload.start();
    }

    public void stop() {
        reload.stop();
        subscription.ifPresent(open -> {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("The subscription to changes did not close", e);
            }
        });
        subscription = Optional.empty();
    }

    private Loaded load() {
        return new Loaded(compare.latest().map(this::result), plan());
    }

    private Optional<CompareFlow.Plan> plan() {
        return compare.isPossible() ? Optional.of(compare.plan()) : Optional.empty();
    }

    private DoctorResult result(CollectionCheckRun run) {
        var rows = store.counts(run.id()).entrySet().stream()
                .map(kind -> new DiscrepancyRow(
                        kind.getKey(),
                        kind.getValue(),
                        store.page(run.id(), kind.getKey(), Optional.empty(), EXAMPLES).stream()
                                .map(Discrepancy::subject)
                                .toList()))
                .toList();
        return new DoctorResult(run, rows);
    }

    /// What is proposed is chosen when a result is new.
    private void show(Loaded loaded) {
        plan.set(loaded.plan());
        var before = result.get().map(old -> old.run().id());
        var now = loaded.result();
        if (!now.map(next -> next.run().id()).equals(before)) {
            chosen.clear();
            now.stream()
                    .flatMap(next -> next.rows().stream())
                    .filter(row -> row.isFixable() && row.kind().isProposed())
                    .forEach(row -> chosen.add(row.kind()));
        }
        now.ifPresent(next ->
                chosen.removeIf(kind -> next.rows().stream().noneMatch(row -> row.kind() == kind && row.isFixable())));
        result.set(now);
    }

    /// Compares; a second call while it runs does nothing.
    void compare() {
        task.run(strings.text("doctor.comparing"), compare::run, reload::start, port::showProblem);
    }

    /// Number of what is chosen.
    long chosenNumber() {
        return rowsChosen().mapToLong(row -> row.number(DiscrepancyState.OPEN)).sum();
    }

    /// Most that the calls for what is chosen cost, in US dollars.
    BigDecimal chosenPrice() {
        return rowsChosen()
                .map(row -> RemedyFlow.price(row.kind(), row.number(DiscrepancyState.OPEN)))
                .reduce(NOTHING, BigDecimal::add);
    }

    private Stream<DiscrepancyRow> rowsChosen() {
        return result.get().stream()
                .flatMap(now -> now.rows().stream())
                .filter(row -> chosen.contains(row.kind()) && row.isFixable());
    }

    /// Orders the remedies of what is chosen. Nothing begins before the undo period is over.
    void fix() {
        result.get().ifPresent(now -> {
            var kinds = rowsChosen().map(DiscrepancyRow::kind).toList();
            taskRunner.run(
                    strings.text("doctor.ordering"),
                    () -> remedies.order(now.run(), kinds, Undo.WINDOW),
                    ordered -> {
                        reload.start();
                        port.showBanner(Banner.undoable(
                                strings.text("doctor.ordered", ordered.jobs().size()), () -> undo(ordered)));
                    },
                    this::refused);
        });
    }

    private void undo(RemedyFlow.Ordered ordered) {
        taskRunner.runUnlisted(
                () -> remedies.undo(ordered),
                all -> {
                    reload.start();
                    if (!all) {
                        port.showBanner(Banner.info(strings.text("doctor.begun")));
                    }
                },
                this::refused);
    }

    private void refused(Problem problem) {
        reload.start();
        port.showProblem(problem);
    }
}
