package io.vestibule.rules.ui;

import io.vestibule.base.ProgressListener;
import io.vestibule.people.CollectionRef;
import io.vestibule.photo.Pixels;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.rehearse.FaceSearch;
import io.vestibule.rules.rehearse.RehearsalScenario;
import io.vestibule.rules.rehearse.RehearseFlow;
import io.vestibule.rules.rehearse.Trace;
import io.vestibule.rules.week.DayOverrides;
import io.vestibule.rules.who.Members;
import io.vestibule.ui.BackgroundTask;
import io.vestibule.ui.TaskRunner;
import io.vestibule.vms.CameraEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A rehearsal in progress: one picture, searched once, and a scenario that can be changed at any time. FX thread
/// only.
final class RehearseModel {

    final ObjectProperty<Optional<Look>> look = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<RehearsalScenario>> situation = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Trace>> trace = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty busy = new SimpleBooleanProperty();

    /// How much of the running test is done, 0..1.
    final DoubleProperty progress = new SimpleDoubleProperty();

    final RecordingModel recording;

    private final RulesModel rules;
    private final RuleDraft draft;
    private final Members members;
    private final DayOverrides dayOverrides;
    private volatile Map<Long, List<CameraEvent>> events = Map.of(); // read by a task
    private Optional<BackgroundTask> running = Optional.empty();
    private Duration offset = Duration.ZERO;

    /// @param names of the people found, by user id
    record Look(FaceSearch.FaceSearchResult seen, Map<String, String> names) {}

    RehearseModel(RulesModel rules, RuleDraft draft, Members members, DayOverrides dayOverrides) {
        this.rules = rules;
        this.draft = draft;
        this.members = members;
        this.dayOverrides = dayOverrides;
        this.recording = new RecordingModel(this, rules);
        situation.addListener((_, _, _) -> evaluate());
        look.addListener((_, _, _) -> evaluate());
    }

    RuleDraft draft() {
        return draft;
    }

    /// @param source a picture file; read on a background thread
    void file(Callable<byte[]> source) {
        picture((flow, collection) -> flow.search(collection, source.call()));
    }

    void still(Pixels still) {
        picture((flow, collection) -> flow.search(collection, still));
    }

    private interface Search {
        FaceSearch.FaceSearchResult of(RehearseFlow flow, String collection) throws Exception;
    }

    private void picture(Search search) {
        recording.forget();
        run("rules.rehearsing", listener -> look(search, listener), found -> {
            offset = Duration.ZERO;
            look.set(Optional.of(found));
        });
    }

    /// @param label key of the text that says what is done
    <T> void run(String label, TaskRunner.Task<T> task, Consumer<T> then) {
        busy.set(true);
        progress.set(0);
        BackgroundTask started = rules.work()
                .run(
                        rules.strings().text(label),
                        task,
                        found -> {
                            busy.set(false);
                            then.accept(found);
                        },
                        problem -> {
                            busy.set(false);
                            rules.failed(problem);
                        });
        running = Optional.of(started);
        started.done()
                .subscribe(done ->
                        progress.set(share(done.intValue(), started.total().get())));
    }

    private static double share(int done, int total) {
        return total == 0 ? 0 : (double) done / total;
    }

    /// Stops the running test. It only reads, so there is nothing to take back.
    void cancel() {
        running.ifPresent(BackgroundTask::cancel);
    }

    private Look look(Search search, ProgressListener listener) throws Exception {
        int steps = 1 + draft.cameras().size();
        listener.onProgress(0, steps);
        RulesParts parts = rules.parts();
        CollectionRef collection = parts.rules().collection().get();
        FaceSearch.FaceSearchResult faceSearchResult = search.of(parts.rehearse(), collection.externalId());
        Map<String, String> names = new HashMap<>();
        for (FaceSearch.Hit hit : faceSearchResult.hits()) {
            parts.rules()
                    .memberResolver()
                    .find(hit.userId(), collection)
                    .ifPresent(person -> names.put(hit.userId(), person.name()));
        }
        readEvents(listener);
        return new Look(faceSearchResult, names);
    }

    /// Asks the VMS what the cameras of the rule report. Blocks; called by a task.
    void readEvents(ProgressListener listener) {
        Map<Long, List<CameraEvent>> reported = new HashMap<>();
        for (long camera : draft.cameras()) {
            listener.onProgress(1 + reported.size(), 1 + draft.cameras().size());
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(); // a camera whose events cannot be read is no failure by itself
            }
            reported.put(camera, rules.parts().rehearse().events(camera));
        }
        events = Map.copyOf(reported);
    }

    /// Shows every step of one appearance in a recording.
    ///
    /// @param from time from the beginning of the recording
    void show(FaceSearch.FaceSearchResult seen, Map<String, String> names, Duration from) {
        offset = from;
        look.set(Optional.of(new Look(seen, names)));
    }

    private void evaluate() {
        trace.set(look.get().flatMap(known -> evaluate(known.seen(), offset)));
    }

    /// @param from time from the beginning of the recording; zero for a single picture
    Optional<Trace> evaluate(FaceSearch.FaceSearchResult seen, Duration from) {
        return situation
                .get()
                .map(now -> Trace.evaluate(
                        seen,
                        new RehearsalScenario(
                                now.camera(), now.event(), now.at().plus(from), now.threshold()),
                        draft,
                        members.userIds(),
                        events.getOrDefault(now.camera(), List.of()),
                        rules.port().now(),
                        dayOverrides));
    }
}
