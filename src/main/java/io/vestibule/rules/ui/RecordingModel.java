package io.vestibule.rules.ui;

import io.vestibule.base.ProgressListener;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.rehearse.FaceSearch;
import io.vestibule.rules.rehearse.RehearsalScenario;
import io.vestibule.rules.rehearse.Trace;
import io.vestibule.rules.rehearse.recording.Appearance;
import io.vestibule.rules.rehearse.recording.RecordingScan;
import io.vestibule.rules.rehearse.recording.TimeLine;
import io.vestibule.rules.rehearse.recording.TrackedFace;
import io.vestibule.ui.control.Banner;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The recording of a rehearsal: its faces are found once and searched once; camera, event, time and threshold can
/// then be changed without another search. Kept in memory only, until the rehearsal is closed. FX thread only.
final class RecordingModel {

    /// Faces that were found and wait for the operator's word, because searching them costs money.
    final ObjectProperty<Optional<Offer>> offer = new SimpleObjectProperty<>(Optional.empty());

    final ObjectProperty<Optional<Arrangement>> arrangement = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Appearance>> chosen = new SimpleObjectProperty<>(Optional.empty());

    private final RehearseModel rehearsal;
    private final RulesModel rules;
    private Optional<Result> result = Optional.empty();

    /// The time line for what is set now: the bars of the same lanes differ with the scenario.
    record Arrangement(TimeLine timeLine, RehearsalScenario scenario) {}

    /// @param price US dollars
    record Offer(RecordingScan scan, BigDecimal price) {}

    /// @param names of the people found, by their user id
    private record Result(Duration length, List<Appearance> appearances, Map<String, String> names) {}

    RecordingModel(RehearseModel rehearsal, RulesModel rules) {
        this.rehearsal = rehearsal;
        this.rules = rules;
        rehearsal.situation.subscribe(_ -> arrange());
    }

    void open(Path file) {
        forget();
        rehearsal.run(
                "rules.recording-scanning",
                listener -> {
                    RecordingScan scan = rules.parts().rehearse().scan(file, listener);
                    return new Scanned(
                            scan, rules.parts().rehearse().price(scan.faces().size()));
                },
                scanned -> scanned.price()
                        .filter(price -> price.signum() > 0)
                        .ifPresentOrElse(
                                price -> offer.set(Optional.of(new Offer(scanned.scan(), price))),
                                () -> search(scanned.scan())));
    }

    private record Scanned(RecordingScan scan, Optional<BigDecimal> price) {}

    /// Accepts the price.
    void accept() {
        offer.get().ifPresent(accepted -> {
            offer.set(Optional.empty());
            search(accepted.scan());
        });
    }

    private void search(RecordingScan scan) {
        rehearsal.run("rules.recording-searching", listener -> result(scan, listener), found -> {
            result = Optional.of(found);
            arrange();
        });
    }

    private Result result(RecordingScan scan, ProgressListener listener) throws Exception {
        RulesParts parts = rules.parts();
        CollectionRef collection = parts.rules().collection().get();
        List<Appearance> appearances = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (TrackedFace face : scan.faces()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            listener.onProgress(appearances.size(), scan.faces().size());
            FaceSearch.FaceSearchResult seen = parts.rehearse().search(collection.externalId(), face.picture());
            for (FaceSearch.Hit hit : seen.hits()) {
                parts.rules()
                        .memberResolver()
                        .find(hit.userId(), collection)
                        .ifPresent(person -> names.put(hit.userId(), person.name()));
            }
            appearances.add(new Appearance(face, seen));
        }
        rehearsal.readEvents(listener);
        return new Result(scan.length(), appearances, names);
    }

    /// Arranges the time line for the threshold that is set now.
    private void arrange() {
        arrangement.set(result.flatMap(known -> rehearsal
                .situation
                .get()
                .map(now -> new Arrangement(TimeLine.of(known.length(), known.appearances(), now.threshold()), now))));
    }

    /// Shows every step of one appearance.
    void choose(Appearance appearance) {
        chosen.set(Optional.of(appearance));
        rehearsal.show(appearance.seen(), names(), appearance.face().from());
    }

    Optional<Trace> trace(Appearance appearance) {
        return rehearsal.evaluate(appearance.seen(), appearance.face().from());
    }

    /// The display name of a person that was found.
    Optional<String> name(String userId) {
        return Optional.ofNullable(names().get(userId));
    }

    private Map<String, String> names() {
        return result.map(Result::names).orElse(Map.of());
    }

    /// Writes the appearances of known people into a file; those of strangers are never written.
    void export(Path file) {
        arrangement.get().ifPresent(shown -> export(file, shown));
    }

    private void export(Path file, Arrangement shown) {
        long rows = shown.timeLine().lanes().stream()
                .filter(lane -> lane.userId().isPresent())
                .mapToLong(lane -> lane.appearances().size())
                .sum();
        AppearanceTable table = new AppearanceTable(
                rules.strings(),
                shown.scenario().at().atZone(rehearsal.draft().timetable().zone()),
                this);
        String text = table.csv(shown.timeLine());
        rules.quietly(
                () -> rules.parts().rehearse().export(file, text, rows),
                _ -> rules.port().showBanner(Banner.done(rules.strings().text("rules.recording-exported"))));
    }

    /// Drops everything that was seen.
    void forget() {
        offer.set(Optional.empty());
        chosen.set(Optional.empty());
        result = Optional.empty();
        arrange();
    }
}
