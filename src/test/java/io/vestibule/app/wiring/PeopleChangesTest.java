package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.Person;
import io.vestibule.people.PhotoRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// After any sequence of enrolling, moving, merging, removing and undoing, everybody has the right photos, and
/// people, journal, collection and bucket are consistent.
class PeopleChangesTest {

    private static final int STEPS = 24;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whateverIsDoneEverythingAgrees(int seed) {
        var clock = new ShiftedClock();
        var settings =
                EngineSettings.DEFAULT.withUpdating(Duration.ofMillis(20)).withVisibility(Duration.ZERO);
        try (var application = TestApplication.furnished(folder.resolve("data"), clock, settings)) {
            var changes = new RandomChanges(application, clock, seed);
            var consistencyCheck = new ConsistencyCheck(application, clock);
            var done = new ArrayList<String>();
            changes.enrol();
            changes.enrol();
            for (int i = 0; i < STEPS; i++) {
                done.add(changes.step());
            }
            consistencyCheck.settle();
            assertThat(photos(application, consistencyCheck))
                    .as("after %s", done)
                    .isEqualTo(plain(changes.model()));
            consistencyCheck.check();
        }
    }

    private static Map<PersonId, Set<PhotoId>> photos(Application application, ConsistencyCheck consistencyCheck) {
        return consistencyCheck.everybody().stream()
                .collect(Collectors.toMap(
                        Person::id,
                        person -> application.storage().people().photos().findByPerson(person.id()).stream()
                                .map(PhotoRecord::id)
                                .collect(Collectors.toSet())));
    }

    private static Map<PersonId, Set<PhotoId>> plain(Map<PersonId, Set<PhotoId>> model) {
        var plain = new HashMap<PersonId, Set<PhotoId>>();
        model.forEach((person, photos) -> plain.put(person, new HashSet<>(photos)));
        return plain;
    }
}
