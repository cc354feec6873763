package io.vestibule.privacy.ui;

import io.vestibule.audit.AuditVerification;
import io.vestibule.audit.Operator;
import io.vestibule.base.Problem;
import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.AuditCheckFlow;
import io.vestibule.privacy.AuditExportFlow;
import io.vestibule.privacy.AuditLine;
import io.vestibule.privacy.AuditReader;
import io.vestibule.privacy.AuditSearch;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// State of the audit log on the screen: the search, the entries read so far, and the last check of the chain. FX
/// thread only.
public final class AuditModel {

    static final int PAGE = 200;

    final ObjectProperty<Optional<LocalDate>> from = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<LocalDate>> to = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Operator>> operator = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<AuditAction>> action = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty about = new SimpleStringProperty("");
    final ObservableList<AuditLine> lines = FXCollections.observableArrayList();
    final ObservableList<Operator> operators = FXCollections.observableArrayList();
    final ObjectProperty<Optional<AuditVerification>> verification = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<BackgroundTask>> running = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty loaded = new SimpleBooleanProperty();

    private final AuditReader reader;
    private final AuditCheckFlow check;
    private final AuditExportFlow export;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Consumer<Problem> failed;
    private final LatestQuery<AuditSearch, Found> first;
    private final LatestQuery<AuditSearch, Found> typed;
    private AuditSearch shown = AuditSearch.ALL;
    private boolean complete;
    private boolean reading;

    private record Found(AuditSearch search, List<AuditLine> lines, List<Operator> operators) {}

    /// @param failed shows a problem
    public AuditModel(
            AuditReader reader,
            AuditCheckFlow check,
            AuditExportFlow export,
            TaskRunner taskRunner,
            Strings strings,
            Consumer<Problem> failed) {
        this.reader = reader;
        this.check = check;
        this.export = export;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.failed = failed;
        this.first = new LatestQuery<>(taskRunner, Duration.ZERO, this::find, this::found, failed);
        this.typed = new LatestQuery<>(taskRunner, Duration.millis(250), this::find, this::found, failed);
        from.addListener((_, _, _) -> refresh());
        to.addListener((_, _, _) -> refresh());
        operator.addListener((_, _, _) -> refresh());
        action.addListener((_, _, _) -> refresh());
        about.addListener((_, _, _) -> {
            first.stop();
            typed.submit(search());
        });
    }

    boolean isPermitted() {
        return reader.isPermitted();
    }

    Strings strings() {
        return strings;
    }

    /// Reads the newest entries.
    void refresh() {
        typed.stop();
        if (isPermitted()) {
            first.submit(search());
        } else {
            first.stop();
            lines.clear();
            verification.set(Optional.empty());
        }
    }

    private AuditSearch search() {
        return new AuditSearch(from.get(), to.get(), operator.get().map(Operator::id), action.get(), about.get());
    }

    private Found find(AuditSearch search) {
        return new Found(search, reader.page(search, Optional.empty(), PAGE), reader.operators());
    }

    private void found(Found found) {
        shown = found.search();
        complete = found.lines().size() < PAGE;
        reading = false;
        lines.setAll(found.lines());
        if (!operators.equals(found.operators())) {
            operators.setAll(found.operators());
        }
        loaded.set(true);
    }

    /// Reads the page after the last entry, unless all are read or a page is on its way.
    void more() {
        if (complete || reading || lines.isEmpty()) {
            return;
        }
        reading = true;
        var search = shown;
        var last = lines.getLast().stored().entry();
        taskRunner.runUnlisted(
                () -> reader.page(search, Optional.of(last), PAGE),
                page -> {
                    if (reading && search.equals(shown)) {
                        reading = false;
                        complete = page.size() < PAGE;
                        lines.addAll(page);
                    }
                },
                problem -> {
                    reading = false;
                    failed.accept(problem);
                });
    }

    /// Whether a search is set, so that an empty list does not mean an empty log.
    boolean isFiltered() {
        return !search().equals(AuditSearch.ALL);
    }

    /// Checks the whole chain; a second call while it runs does nothing.
    void verify() {
        if (running.get().isPresent()) {
            return;
        }
        verification.set(Optional.empty());
        running.set(Optional.of(taskRunner.run(
                strings.text("privacy.audit.checking"),
                check::verify,
                result -> {
                    verification.set(Optional.of(result));
                    ended();
                },
                this::broke)));
        clearIfEnded();
    }

    /// Writes what is found into a file.
    ///
    /// @param done gets the number of entries
    void export(Path file, Consumer<Long> done) {
        if (running.get().isPresent()) {
            return;
        }
        var search = search();
        running.set(Optional.of(taskRunner.run(
                strings.text("privacy.audit.exporting"),
                progress -> export.export(search, file, progress),
                count -> {
                    ended();
                    done.accept(count);
                },
                this::broke)));
        clearIfEnded();
    }

    void cancel() {
        running.get().ifPresent(BackgroundTask::cancel);
    }

    private void ended() {
        running.set(Optional.empty());
        refresh();
    }

    private void broke(Problem problem) {
        ended();
        failed.accept(problem);
    }

    /// A runner that works at once has ended before it returned.
    private void clearIfEnded() {
        running.get()
                .filter(task -> !taskRunner.runningTasks().contains(task))
                .ifPresent(_ -> running.set(Optional.empty()));
    }
}
