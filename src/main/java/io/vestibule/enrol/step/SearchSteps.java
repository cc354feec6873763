package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.ImageSource;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.Service;
import io.vestibule.journal.run.Outcome;
import io.vestibule.journal.run.Step;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import java.util.function.Supplier;

/// The search that could not be done before somebody was saved: it comes before anything of theirs is sent, and whom
/// it finds is for a person to decide.
final class SearchSteps {

    private static final int MATCHES = 10;

    private final Records records;
    private final Service service;
    private final Supplier<EnrolSettings> settings;

    SearchSteps(Records records, Service service, Supplier<EnrolSettings> settings) {
        this.records = records;
        this.service = service;
        this.settings = settings;
    }

    Outcome search(Step step, Person person, CollectionRef collection) {
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
