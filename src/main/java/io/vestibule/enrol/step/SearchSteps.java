package io.vestibule.enrol.step;

import io.vestibule.base.Problem;
import io.vestibule.cloud.ImageSource;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.enrol.FaceService;
import io.vestibule.journal.run.Step;
import io.vestibule.journal.run.StepOutcome;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Person;
import java.util.function.Supplier;

/// The duplicate search that could not be done before the person was saved: it runs before any of their data is sent,
/// and the operator decides about a match.
final class SearchSteps {

    private static final int MATCHES = 10;

    private final EnrolContext context;
    private final FaceService faceService;
    private final Supplier<EnrolSettings> settings;

    SearchSteps(EnrolContext enrolContext, FaceService faceService, Supplier<EnrolSettings> settings) {
        this.context = enrolContext;
        this.faceService = faceService;
        this.settings = settings;
    }

    StepOutcome search(Step step, Person person, CollectionRef collection) {
        var peopleStores = context.people();
        var first = peopleStores.photos().findByPerson(person.id()).stream()
                .findFirst()
                .flatMap(photo -> peopleStores
                        .photos()
                        .pendingUpload(photo.id())
                        .or(() -> faceService.bucket().get(photo.key())));
        if (first.isEmpty()) {
            return StepOutcome.DONE;
        }
        var others = peopleStores.persons().lookAlikes(person.id());
        var threshold = settings.get().duplicate(peopleStores.persons().count(person.company()));
        for (var match : faceService
                .faces()
                .searchUsers(collection.externalId(), new ImageSource.Bytes(first.get()), threshold, MATCHES)) {
            var hit = peopleStores
                    .persons()
                    .findByExternalId(match.userId())
                    .filter(found -> found.removed().isEmpty())
                    .filter(found -> !found.id().equals(person.id()) && !others.contains(found.id()));
            if (hit.isPresent()) {
                return new StepOutcome.Park(Problem.of(
                        "enrol.looks-enrolled",
                        hit.get().id(),
                        match.similarity(),
                        faceService.faces().scoreScale()));
            }
        }
        return StepOutcome.DONE;
    }
}
