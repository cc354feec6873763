package io.vestibule.doctor.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.doctor.GalleryReport;
import io.vestibule.doctor.SelfTestFlow;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// State of the gallery self-test on the screen: the last result, and the run under way. FX thread only.
public final class SelfTestModel {

    final ObjectProperty<Optional<Result>> result = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<SelfTestFlow.Plan>> plan = new SimpleObjectProperty<>(Optional.empty());
    final SingleTask task;
    final BooleanProperty monthly = new SimpleBooleanProperty();

    private final SelfTestFlow flow;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final SelfTestPort port;

    /// A result, and the names of the pairs that are most alike.
    record Result(GalleryReport report, List<NamedPair> closest) {

        Result {
            closest = List.copyOf(closest);
        }
    }

    private record Loaded(Optional<Result> result, Optional<SelfTestFlow.Plan> plan, boolean monthly) {}

    public SelfTestModel(SelfTestFlow flow, TaskRunner taskRunner, Strings strings, SelfTestPort port) {
        this.flow = flow;
        this.taskRunner = taskRunner;
        this.task = new SingleTask(taskRunner);
        this.strings = strings;
        this.port = port;
    }

    Strings strings() {
        return strings;
    }

    boolean isCharged() {
        return port.isCharged();
    }

    public void start() {
        taskRunner.runUnlisted(this::load, this::show, port::showProblem);
    }

    private Loaded load() {
        return new Loaded(flow.latest().map(this::named), flow.plan(), port.isMonthly());
    }

    private Result named(GalleryReport report) {
        return new Result(
                report,
                report.closest().stream()
                        .map(pair -> new NamedPair(
                                name(pair.firstPerson(), pair.first()),
                                name(pair.secondPerson(), pair.second()),
                                pair.similarity()))
                        .toList());
    }

    private String name(Optional<PersonId> person, String user) {
        return person.flatMap(port::name).orElse(user);
    }

    private void show(Loaded loaded) {
        plan.set(loaded.plan());
        monthly.set(loaded.monthly());
        result.set(loaded.result());
    }

    /// Runs the test; a second call while it runs does nothing.
    void run() {
        task.run(strings.text("doctor.self-test.running"), flow::run, this::start, port::showProblem);
    }

    /// Switches the monthly run on or off.
    void setMonthly(boolean on) {
        if (on == monthly.get()) {
            return;
        }
        monthly.set(on);
        taskRunner.runUnlisted(
                () -> {
                    port.setMonthly(on);
                    return on;
                },
                _ -> {},
                this::refused);
    }

    private void refused(Problem problem) {
        port.showProblem(problem);
        start();
    }

    void save() {
        result.get().ifPresent(known -> port.save(new SelfTestText(strings).page(known)));
    }
}
