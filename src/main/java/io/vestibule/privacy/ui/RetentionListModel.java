package io.vestibule.privacy.ui;

import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.privacy.retention.ProofFlow;
import io.vestibule.privacy.retention.RetentionFlow;
import io.vestibule.privacy.retention.RetentionList;
import io.vestibule.privacy.retention.RetentionOverview;
import io.vestibule.privacy.retention.RetentionReader;
import io.vestibule.privacy.retention.RetentionRow;
import io.vestibule.ui.LatestQuery;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.ui.control.Banner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

/// State of the retention on the screen: the chosen list, who is selected, and what is to be done. FX thread only.
public final class RetentionListModel {

    final ObjectProperty<RetentionList> list = new SimpleObjectProperty<>(RetentionList.ENDING);
    final ObjectProperty<Optional<RetentionOverview>> overview = new SimpleObjectProperty<>(Optional.empty());
    final ObservableList<RetentionRow> rows = FXCollections.observableArrayList();
    final ObservableList<RetentionRow> selected = FXCollections.observableArrayList();
    /// Instead of the list, people whose name fits; empty for the list.
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty reason = new SimpleStringProperty("");
    final ObjectProperty<Optional<LocalDate>> until = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty working = new SimpleBooleanProperty();

    private final RetentionReader reader;
    private final RetentionFlow flow;
    private final ProofFlow proofs;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private final Consumer<Problem> failed;
    private final Consumer<Banner> banners;
    private final LatestQuery<String, RetentionOverview> read;

    /// @param failed shows a problem
    /// @param banners shows what was done
    public RetentionListModel(
            RetentionReader reader,
            RetentionFlow flow,
            ProofFlow proofs,
            TaskRunner taskRunner,
            Strings strings,
            Consumer<Problem> failed,
            Consumer<Banner> banners) {
        this.reader = reader;
        this.flow = flow;
        this.proofs = proofs;
        this.taskRunner = taskRunner;
        this.strings = strings;
        this.failed = failed;
        this.banners = banners;
        this.read = new LatestQuery<>(
                taskRunner,
                Duration.ZERO,
                typed -> typed.isBlank() ? reader.read() : reader.find(typed),
                this::found,
                failed);
        list.addListener((_, _, _) -> choose());
        name.addListener((_, _, _) -> refresh());
    }

    Strings strings() {
        return strings;
    }

    void refresh() {
        read.submit(name.get());
    }

    private void found(RetentionOverview found) {
        overview.set(Optional.of(found));
        choose();
    }

    private void choose() {
        var next = overview.get()
                .map(found -> name.get().isBlank() ? found.of(list.get()) : found.rows())
                .orElse(List.of());
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
    }

    /// Whether a day and a reason are there, which both extending and holding need.
    boolean isComplete() {
        return !selected.isEmpty() && until.get().isPresent() && !reason.get().isBlank();
    }

    boolean mayChange() {
        return reader.mayChange();
    }

    void extend() {
        var day = until.get().orElseThrow();
        var why = reason.get();
        apply("privacy.retention.extended", people -> flow.extend(people, day, why));
    }

    void hold() {
        // The whole of the chosen day counts.
        Instant end = until.get()
                .orElseThrow()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        var why = reason.get();
        apply("privacy.retention.held", people -> flow.hold(people, end, why));
    }

    void lift() {
        apply("privacy.retention.lifted", flow::lift);
    }

    void remove() {
        apply("privacy.retention.removed", flow::remove);
    }

    private interface Change {
        RetentionFlow.Applied to(List<PersonId> people);
    }

    private void apply(String words, Change change) {
        var people = selected.stream().map(RetentionRow::person).toList();
        work(() -> change.to(people), applied -> {
            reason.set("");
            until.set(Optional.empty());
            if (applied.count() > 0) {
                banners.accept(Banner.undoable(strings.text(words, applied.count()), () -> takeBack(applied)));
            }
            applied.failed().stream().findFirst().ifPresent(failed);
        });
    }

    private void takeBack(RetentionFlow.Applied applied) {
        work(
                applied::takeBack,
                all -> banners.accept(
                        Banner.info(strings.text(all ? "privacy.retention.undone" : "privacy.retention.too-late"))));
    }

    private <T> void work(Callable<T> task, Consumer<T> done) {
        working.set(true);
        taskRunner.run(
                strings.text("privacy.retention.working"),
                task,
                outcome -> {
                    working.set(false);
                    done.accept(outcome);
                    refresh();
                },
                problem -> {
                    working.set(false);
                    failed.accept(problem);
                    refresh();
                });
    }

    /// Writes the proof of a month.
    void prove(YearMonth month, Path file) {
        work(
                () -> {
                    proofs.write(month, ZoneId.systemDefault(), file, new RetentionWords(strings)::proof);
                    return true;
                },
                _ -> banners.accept(Banner.done(strings.text("privacy.retention.proof-saved"))));
    }
}
