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
import io.vestibule.vms.CameraEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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

    private final RulesModel rules;
    private final RuleDraft draft;
    private final Members members;
    private final DayOverrides dayOverrides;
    private Map<Long, List<CameraEvent>> events = Map.of();
    private Optional<BackgroundTask> running = Optional.empty();

    /// @param names of the people found, by user id
    record Look(FaceSearch.FaceSearchResult seen, Map<String, String> names, Map<Long, List<CameraEvent>> events) {}

    RehearseModel(RulesModel rules, RuleDraft draft, Members members, DayOverrides dayOverrides) {
        this.rules = rules;
        this.draft = draft;
        this.members = members;
        this.dayOverrides = dayOverrides;
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
        busy.set(true);
        progress.set(0);
        BackgroundTask started = rules.work()
                .run(
                        rules.strings().text("rules.rehearsing"),
                        (ProgressListener listener) -> look(search, listener),
                        found -> {
                            busy.set(false);
                            events = found.events();
                            look.set(Optional.of(found));
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
        Map<Long, List<CameraEvent>> reported = new HashMap<>();
        for (long camera : draft.cameras()) {
            listener.onProgress(1 + reported.size(), steps);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(); // a camera whose events cannot be read is no failure by itself
            }
            reported.put(camera, parts.rehearse().events(camera));
        }
        return new Look(faceSearchResult, names, reported);
    }

    private void evaluate() {
        trace.set(look.get()
                .flatMap(known -> situation
                        .get()
                        .map(now -> Trace.evaluate(
                                known.seen(),
                                now,
                                draft,
                                members.userIds(),
                                events.getOrDefault(now.camera(), List.of()),
                                rules.port().now(),
                                dayOverrides))));
    }
}
