package io.vestibule.rules.ui;

import io.vestibule.people.CollectionRef;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.rehearse.FaceSearch;
import io.vestibule.rules.rehearse.Situation;
import io.vestibule.rules.rehearse.Trace;
import io.vestibule.rules.week.Overrides;
import io.vestibule.rules.who.Members;
import io.vestibule.vms.CameraEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A rehearsal under way: one picture, searched once, and a situation that can be changed at will. FX thread only.
final class RehearseModel {

    final ObjectProperty<Optional<Look>> look = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Situation>> situation = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Trace>> trace = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty busy = new SimpleBooleanProperty();

    private final RulesModel rules;
    private final RuleDraft draft;
    private final Members members;
    private final Overrides overrides;
    private Map<Long, List<CameraEvent>> events = Map.of();

    /// @param names of the people found, by user id
    record Look(FaceSearch.Seen seen, Map<String, String> names, Map<Long, List<CameraEvent>> events) {}

    RehearseModel(RulesModel rules, RuleDraft draft, Members members, Overrides overrides) {
        this.rules = rules;
        this.draft = draft;
        this.members = members;
        this.overrides = overrides;
        situation.addListener((_, _, _) -> judge());
        look.addListener((_, _, _) -> judge());
    }

    RuleDraft draft() {
        return draft;
    }

    void picture(Callable<Optional<byte[]>> source) {
        busy.set(true);
        rules.work()
                .run(
                        rules.strings().text("rules.rehearsing"),
                        () -> look(source.call()),
                        found -> {
                            busy.set(false);
                            found.ifPresent(known -> {
                                events = known.events();
                                look.set(Optional.of(known));
                            });
                        },
                        problem -> {
                            busy.set(false);
                            rules.failed(problem);
                        });
    }

    private Optional<Look> look(Optional<byte[]> picture) throws Exception {
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        RulesParts parts = rules.parts();
        CollectionRef collection = parts.rules().collection().get();
        FaceSearch.Seen seen = parts.rehearse().look(collection.externalId(), picture.get());
        Map<String, String> names = new HashMap<>();
        for (FaceSearch.Hit hit : seen.hits()) {
            parts.rules()
                    .roster()
                    .find(hit.userId(), collection)
                    .ifPresent(person -> names.put(hit.userId(), person.name()));
        }
        Map<Long, List<CameraEvent>> reported = new HashMap<>();
        draft.cameras().forEach(camera -> reported.put(camera, parts.rehearse().events(camera)));
        return Optional.of(new Look(seen, names, reported));
    }

    private void judge() {
        trace.set(look.get()
                .flatMap(known -> situation
                        .get()
                        .map(now -> Trace.of(
                                known.seen(),
                                now,
                                draft,
                                members.userIds(),
                                events.getOrDefault(now.camera(), List.of()),
                                Instant.now(),
                                overrides))));
    }
}
