package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.ImageSource;
import io.vestibule.enrol.Collections;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.enrol.StepKind;
import io.vestibule.journal.Outcome;
import io.vestibule.journal.Step;
import io.vestibule.journal.StepHandler;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import java.util.Map;
import java.util.function.Supplier;

/// The search that could not be done before somebody was saved: it comes before anything of theirs is sent, and whom
/// it finds is for a person to decide.
final class SearchSteps {

    private static final int MATCHES = 10;

    private final Records records;
    private final Service service;
    private final Subjects subjects;
    private final Supplier<EnrolSettings> settings;

    SearchSteps(Records records, Service service, Collections collections, Supplier<EnrolSettings> settings) {
        this.records = records;
        this.service = service;
        this.subjects = new Subjects(records.people(), collections);
        this.settings = settings;
    }

    Map<String, StepHandler> handlers() {
        return Map.of(StepKind.SEARCH_FIRST, step -> subjects.person(step, this::search));
    }

    private Outcome search(Step step, Person person, CollectionRef collection) {
        var people = records.people();
        var first = people.photos().of(person.id()).stream()
                .findFirst()
                .flatMap(photo -> people.photos()
                        .waiting(photo.id())
                        .or(() -> service.bucket().get(photo.key())));
        if (first.isEmpty()) {
            return Outcome.DONE;
        }
        var others = people.persons().lookAlikes(person.id());
        var threshold = settings.get().duplicate(people.persons().count(person.company()));
        for (var match : service.faces()
                .searchUsers(collection.externalId(), new ImageSource.Bytes(first.get()), threshold, MATCHES)) {
            var hit = people.persons()
                    .withExternalId(match.userId())
                    .filter(found -> found.removed().isEmpty())
                    .filter(found -> !found.id().equals(person.id()) && !others.contains(found.id()));
            if (hit.isPresent()) {
                return new Outcome.Park(Problem.of(
                        "enrol.looks-enrolled",
                        hit.get().id(),
                        match.similarity(),
                        service.faces().engine()));
            }
        }
        return Outcome.DONE;
    }
}
