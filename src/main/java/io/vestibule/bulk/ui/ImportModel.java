package io.vestibule.bulk.ui;

import io.vestibule.audit.Permission;
import io.vestibule.base.Problem;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.GroupPhoto;
import io.vestibule.bulk.ImportEstimate;
import io.vestibule.bulk.ImportPlan;
import io.vestibule.bulk.ImportReport;
import io.vestibule.bulk.ImportRow;
import io.vestibule.bulk.ImportRun;
import io.vestibule.bulk.MissingPeople;
import io.vestibule.bulk.MissingPerson;
import io.vestibule.bulk.Proposal;
import io.vestibule.bulk.RowDecision;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.RunState;
import io.vestibule.bulk.list.ListedPerson;
import io.vestibule.bulk.people.BatchResult;
import io.vestibule.bulk.source.FolderRule;
import io.vestibule.bulk.source.TextFormat;
import io.vestibule.people.PersonKind;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.ProblemText;
import io.vestibule.ui.Strings;
import io.vestibule.ui.TaskRunner;
import io.vestibule.vision.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The state of the screen: nothing chosen, a list whose columns are confirmed, or an import with its rows. FX thread
/// only.
public final class ImportModel {

    private static final String CANCELLED = "ui.cancelled";

    final ObjectProperty<Optional<Proposal>> proposal = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<ImportRun>> run = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<ImportRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<byte[]>> face = new SimpleObjectProperty<>(Optional.empty());
    /// Whom the selected row looks like.
    final ObjectProperty<Optional<OtherFace>> other = new SimpleObjectProperty<>(Optional.empty());
    /// The photo of the selected row in which a face has to be picked.
    final ObjectProperty<Optional<GroupPhoto>> group = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<ImportEstimate>> estimate = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Map<RowState, Integer>> counts = new SimpleObjectProperty<>(Map.of());
    final ObjectProperty<Optional<BackgroundTask>> task = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<ProblemText>> problem = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<List<MissingPerson>> missing = new SimpleObjectProperty<>(List.of());
    /// What became of those whom a person had removed; empty as soon as it is undone or the list is left.
    final ObjectProperty<Optional<BatchResult>> removed = new SimpleObjectProperty<>(Optional.empty());
    final ObservableList<RowLine> lines = FXCollections.observableArrayList();

    private final ImportParts parts;
    private final TaskRunner taskRunner;
    private final Strings strings;
    private Optional<UUID> shown = Optional.empty();

    public ImportModel(ImportParts parts, TaskRunner taskRunner, Strings strings) {
        this.parts = parts;
        this.taskRunner = taskRunner;
        this.strings = strings;
    }

    /// What a task reads of an import.
    private record Loaded(
            ImportRun run,
            List<RowLine> lines,
            Map<RowState, Integer> counts,
            ImportEstimate estimate,
            List<MissingPerson> missing) {}

    /// An import that was cut off or paused is shown again.
    void start() {
        if (!isAllowed()
                || run.get().isPresent()
                || proposal.get().isPresent()
                || task.get().isPresent()) {
            return;
        }
        taskRunner.runUnlisted(
                () -> parts.context().runs().latest(1).stream()
                        .filter(latest -> latest.state() == RunState.RUNNING || latest.state() == RunState.PAUSED)
                        .findFirst()
                        .map(latest -> load(latest.id())),
                found -> found.ifPresent(this::show),
                this::failed);
    }

    /// Whether the operator may import.
    boolean isAllowed() {
        return parts.context().enrol().session().may(Permission.IMPORT_PEOPLE);
    }

    int keepDays(PersonKind kind) {
        return parts.keepDays().applyAsInt(kind);
    }

    void choose(Path source) {
        propose(source, Optional.empty(), Optional.empty());
    }

    void propose(Path source, Optional<TextFormat> text, Optional<FolderRule> rule) {
        begin(
                strings.text("bulk.reading"),
                _ -> parts.propose().propose(source, text, rule),
                found -> proposal.set(Optional.of(found)));
    }

    /// Back to the choice of a list. What was checked stays in the database for a week.
    void startOver() {
        select(Optional.empty());
        lines.clear();
        counts.set(Map.of());
        missing.set(List.of());
        removed.set(Optional.empty());
        run.set(Optional.empty());
        proposal.set(Optional.empty());
        problem.set(Optional.empty());
    }

    void check(ImportPlan plan) {
        begin(
                strings.text("bulk.checking"),
                progress -> load(parts.check().check(plan, progress).id()),
                this::show);
    }

    /// Imports what is ready; also continues after a pause.
    void importRows() {
        onRun(strings.text("bulk.importing"), (id, progress) -> {
            var _ = parts.run().run(id, progress);
        });
    }

    void retryFailed() {
        onRun(strings.text("bulk.importing"), (id, progress) -> {
            var _ = parts.decide().retryFailed(id);
            var _ = parts.run().run(id, progress);
        });
    }

    void undo() {
        onRun(strings.text("bulk.undoing"), (id, progress) -> {
            var _ = parts.undo().undo(id, progress);
        });
    }

    /// @param all whether every row that asks the same question gets this answer
    void decide(ImportRow row, RowDecision decision, boolean all) {
        onRun(strings.text("bulk.deciding"), (_, _) -> {
            var _ = parts.decide().decide(rows(row, all), decision);
        });
    }

    void leaveOut(ImportRow row, boolean all) {
        onRun(strings.text("bulk.deciding"), (_, _) -> {
            var _ = parts.decide().leaveOut(rows(row, all));
        });
    }

    private List<UUID> rows(ImportRow row, boolean all) {
        return all && !row.content().waitsForPick() ? parts.decide().askedLike(row) : List.of(row.id());
    }

    void pick(GroupPhoto photo, Face face) {
        selected.get().ifPresent(row -> onRow(() -> parts.check().pick(row, photo, face)));
    }

    void checkAgain(ImportRow row, ListedPerson changed) {
        onRow(() -> parts.check().checkAgain(row, changed));
    }

    /// Corrects the name in the table itself.
    void rename(UUID id, String name) {
        begin(
                strings.text("bulk.checking"),
                _ -> parts.context()
                        .rows()
                        .find(id)
                        .filter(row -> !row.content().listed().name().equals(name))
                        .map(row -> changed(parts.check()
                                .checkAgain(row, row.content().listed().withName(name)))),
                changed -> changed.ifPresent(this::show));
    }

    /// One row is different, and its line is the only one that is read again: there may be a hundred thousand.
    private void onRow(Supplier<ImportRow> work) {
        begin(strings.text("bulk.checking"), _ -> changed(work.get()), this::show);
    }

    private record Changed(ImportRow row, Map<RowState, Integer> counts) {}

    private Changed changed(ImportRow row) {
        return new Changed(row, parts.context().rows().counts(row.run()));
    }

    private void show(Changed changed) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(changed.row().id())) {
                lines.set(i, RowLine.of(changed.row(), parts.words()));
                break;
            }
        }
        counts.set(changed.counts());
        select(Optional.of(changed.row().id()));
    }

    /// Removes whom the list no longer names.
    void removeMissing() {
        run.get()
                .ifPresent(known -> begin(
                        strings.text("bulk.missing-removing"),
                        _ -> parts.removeMissing().remove(known.id()),
                        result -> {
                            removed.set(Optional.of(result));
                            refreshMissing(known);
                        }));
    }

    void undoRemoval() {
        removed.get()
                .ifPresent(result -> begin(
                        strings.text("bulk.undoing"), _ -> parts.removePeople().undo(result.done()), _ -> {
                            removed.set(Optional.empty());
                            run.get().ifPresent(this::refreshMissing);
                        }));
    }

    private void refreshMissing(ImportRun known) {
        taskRunner.runUnlisted(() -> missing(known), missing::set, this::failed);
    }

    /// Before the import has ended nobody can be removed, and rows may still change.
    private List<MissingPerson> missing(ImportRun known) {
        return known.state() == RunState.ENDED ? new MissingPeople(parts.context()).find(known.id()) : List.of();
    }

    boolean canUndo() {
        return run.get().filter(parts.undo()::isOpen).isPresent();
    }

    void saveReport(Path file, boolean faces) {
        onRun(
                strings.text("bulk.reporting"),
                (id, _) -> new ImportReport(parts.context(), parts.words()).write(id, faces, file));
    }

    void saveTemplate(Path file) {
        begin(
                strings.text("bulk.reporting"),
                _ -> Files.writeString(
                        file,
                        "\uFEFFemployee number;first name;last name;e-mail;phone;department;valid until;consent;photo\r\n"),
                _ -> {});
    }

    void select(Optional<UUID> row) {
        shown = row;
        if (row.isEmpty()) {
            show(Optional.empty(), Optional.empty());
            return;
        }
        taskRunner.runUnlisted(
                () -> parts.context().rows().find(row.get()),
                found -> {
                    if (shown.equals(row)) {
                        show(found, Optional.empty());
                        found.ifPresent(this::loadMore);
                    }
                },
                this::failed);
    }

    private void show(Optional<ImportRow> row, Optional<byte[]> thumbnail) {
        face.set(thumbnail);
        other.set(Optional.empty());
        group.set(Optional.empty());
        selected.set(row);
    }

    private void loadMore(ImportRow row) {
        runFor(row, () -> parts.context().rows().thumbnail(row.id()), face::set);
        if (row.state() == RowState.ASK && row.content().waitsForPick()) {
            runFor(row, () -> parts.check().groupPhoto(row), group::set);
        } else if (row.state() == RowState.ASK) {
            runFor(row, () -> otherFace(row), other::set);
        }
    }

    /// The answer is dropped if another row is selected meanwhile.
    private <T> void runFor(ImportRow row, Callable<T> work, Consumer<T> receiver) {
        taskRunner.runUnlisted(
                work,
                found -> {
                    if (shown.equals(Optional.of(row.id()))) {
                        receiver.accept(found);
                    }
                },
                this::failed);
    }

    private Optional<OtherFace> otherFace(ImportRow row) {
        var people = parts.context().enrol().people();
        var known = row.content().similar().flatMap(people.persons()::find);
        if (known.isPresent()) {
            var thumbnail = people.photos().findByPerson(known.get().id()).stream()
                    .findFirst()
                    .flatMap(photo -> people.photos().thumbnail(photo.id()));
            return Optional.of(new OtherFace(known.get().name(), thumbnail));
        }
        return row.content()
                .sameFace()
                .flatMap(place ->
                        parts.context().rows().page(row.run(), EnumSet.allOf(RowState.class), place - 1, 1).stream()
                                .findFirst()
                                .map(twin -> new OtherFace(
                                        twin.content().listed().name(),
                                        parts.context().rows().thumbnail(twin.id()))));
    }

    private interface Work {
        void run(UUID run, ProgressListener progress) throws IOException;
    }

    private void onRun(String label, Work work) {
        run.get()
                .ifPresent(known -> begin(
                        label,
                        progress -> {
                            work.run(known.id(), progress);
                            return load(known.id());
                        },
                        this::show));
    }

    private <T> void begin(String label, TaskRunner.Task<T> work, Consumer<T> done) {
        if (task.get().isPresent()) {
            return;
        }
        problem.set(Optional.empty());
        task.set(Optional.of(taskRunner.run(
                label,
                work,
                result -> {
                    task.set(Optional.empty());
                    done.accept(result);
                },
                this::failed)));
    }

    private void failed(Problem found) {
        task.set(Optional.empty());
        if (!found.code().equals(CANCELLED)) {
            problem.set(Optional.of(strings.problem(found)));
        }
        run.get()
                .ifPresent(known -> taskRunner.runUnlisted(
                        () -> load(known.id()), this::show, again -> problem.set(Optional.of(strings.problem(again)))));
    }

    private Loaded load(UUID id) {
        var rows = parts.context().rows();
        var run = parts.context().runs().find(id).orElseThrow();
        var lines = new ArrayList<RowLine>();
        int[] ready = {0, 0};
        rows.all(id, EnumSet.allOf(RowState.class)).forEach(row -> {
            lines.add(RowLine.of(row, parts.words()));
            if (row.state() == RowState.READY) {
                ready[0]++;
                ready[1] += row.content().photoDigests().size();
            }
        });
        var estimate = ImportEstimate.of(ready[0], ready[1], parts.rates().get());
        return new Loaded(run, lines, rows.counts(id), estimate, missing(run));
    }

    private void show(Loaded loaded) {
        lines.setAll(loaded.lines());
        estimate.set(Optional.of(loaded.estimate()));
        counts.set(loaded.counts());
        missing.set(loaded.missing());
        run.set(Optional.of(loaded.run()));
        selected.get().ifPresent(row -> select(Optional.of(row.id())));
    }
}
