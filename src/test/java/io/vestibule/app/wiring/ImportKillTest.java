package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.ImportRow;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.RunState;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Person;
import io.vestibule.photo.PhotoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import is killed in its middle and continued: nobody is lost and nobody is there twice. `-Dimport.kill.people`
/// sets
/// the number of people, `-Dimport.kills` how often it is killed.
class ImportKillTest {

    private static final int PEOPLE = Integer.getInteger("import.kill.people", 6);
    private static final int KILLS = Integer.getInteger("import.kills", 1);

    @TempDir
    Path folder;

    @Test
    void anImportThatIsKilledEndsAsAnUndisturbedOne() throws Exception {
        var list = list();
        var data = folder.resolve("data");
        int rows = Math.max(1, PEOPLE / (KILLS + 1) - 1);
        for (int kill = 0; kill < KILLS; kill++) {
            assertThat(KilledProgram.untilKilled(ListImporter.class, data, rows, list.toString()))
                    .hasSize(rows);
        }
        try (var application = TestApplication.furnished(data)) {
            ListImporter.run(application, list, ProgressListener.NONE);
            var context = application.bulk().context();
            var run = context.runs().latest(10);
            assertThat(run)
                    .singleElement()
                    .satisfies(one -> assertThat(one.state()).isEqualTo(RunState.ENDED));
            assertThat(context.rows().counts(run.getFirst().id()))
                    .containsExactlyEntriesOf(Map.of(RowState.DONE, PEOPLE));
            var storage = application.storage().people();
            var people = storage.persons()
                    .findAll(storage.companies().active().orElseThrow().id(), Optional.empty(), Optional.empty());
            assertThat(people)
                    .extracting(Person::name)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PEOPLE)
                            .mapToObj(number -> "Person " + number)
                            .toList());
            people.forEach(person -> TestApplication.await(application, person.id(), State.SEARCHABLE));
            assertThat(people)
                    .allSatisfy(person -> assertThat(storage.photos().findByPerson(person.id()))
                            .hasSize(1));
            var users = TestApplication.service(application)
                    .faces()
                    .userStatuses(TestApplication.COLLECTION)
                    .keySet();
            assertThat(users).hasSize(PEOPLE);
            var jobs = context.rows().page(run.getFirst().id(), EnumSet.allOf(RowState.class), 0, PEOPLE).stream()
                    .map(ImportRow::job)
                    .toList();
            assertThat(new HashSet<>(jobs)).hasSize(PEOPLE).doesNotContain(Optional.empty());
        }
    }

    /// Each person with a photo of its own.
    private Path list() throws IOException {
        var lists = Files.createDirectories(folder.resolve("lists"));
        var text = new StringBuilder("id;name;photo;consent\n");
        for (int number = 0; number < PEOPLE; number++) {
            var sample = SampleFlow.SAMPLES.get(number % 3).photos().get(number / 3 % 3);
            var pixels = ImportRecipe.pixels(SampleFlow.read(sample));
            for (int x = 0; x < 16; x++) {
                pixels.argb()[x] = 0xFF000000 | ((number * 7) << 8);
            }
            Files.write(
                    lists.resolve(number + ".jpg"),
                    PhotoEncoder.standard().encode(pixels).bytes());
            text.append("%d;Person %d;%d.jpg;yes%n".formatted(number, number, number));
        }
        return Files.writeString(lists.resolve("people.csv"), text);
    }
}
