package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.Terminal;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `vestibule import`, from its words to its exit code and report.
class RunImportTest {

    @TempDir
    Path folder;

    private Path list;
    private Path map;

    @BeforeEach
    void make() throws IOException {
        TestApplication.furnished(folder.resolve("data")).close();
        Files.write(
                folder.resolve("a.jpg"),
                SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().getFirst()));
        list = Files.writeString(
                folder.resolve("people.csv"),
                "Nr;Wer;Bild;Bis\n7;Ada;a.jpg;03/04/2027\n8;Bea <b>;none.jpg;03/04/2027\n");
        map = Files.writeString(
                folder.resolve("map.properties"),
                "# badge system\nkey = Nr\nname=Wer\nphoto=Bild\nexpires=Bis\ndates=dd/MM/yyyy\npaper-consent=yes\n");
    }

    @Test
    void aDryRunChecksAndImportsNobody() throws Exception {
        var report = folder.resolve("report.csv");
        assertThat(run("--dry-run", "--report", report.toString())).isEqualTo(RunImport.INCOMPLETE);
        assertThat(Files.readAllLines(report))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("\"2\";\"7\";\"Ada\""))
                .anySatisfy(line -> assertThat(line).contains("Bea <b>"));
        assertThat(people()).isEmpty();
    }

    @Test
    void aRunImportsAndTheSameListAgainChangesNothing() throws Exception {
        var report = folder.resolve("report.html");
        assertThat(run("--run", "--report", report.toString(), "--json")).isEqualTo(RunImport.INCOMPLETE);
        assertThat(Files.readString(report)).contains("Bea &lt;b&gt;").doesNotContain("<b>");
        assertThat(people()).extracting(Person::name).containsExactly("Ada");
        Files.writeString(list, "Nr;Wer;Bild;Bis\n7;Ada;a.jpg;03/04/2027\n");
        assertThat(run("--run")).isZero();
        assertThat(people()).hasSize(1);
    }

    @Test
    void aListThatIsNotReadEndsWithOne() throws Exception {
        Files.writeString(map, "name = No such column\n");
        assertThat(run("--run")).isEqualTo(CommandFailure.FAILED);
        Files.writeString(map, "nonsense\n");
        assertThat(run("--run")).isEqualTo(CommandFailure.FAILED);
        // Without a map nothing says which column holds the name.
        assertThat(RunImport.run(arguments("import", list.toString(), "--run"), new Terminal()))
                .isEqualTo(CommandFailure.FAILED);
    }

    @Test
    void whetherItRunsHasToBeSaid() {
        for (var words : List.of(
                List.of("import"),
                List.of("import", "a.csv"),
                List.of("import", "a.csv", "--run", "--dry-run"),
                List.of("import", "a.csv", "--run", "--map"))) {
            assertThatThrownBy(() -> Arguments.of(words, Map.of())).isInstanceOf(Arguments.UsageException.class);
        }
    }

    private int run(String... more) throws Exception {
        var words = new ArrayList<>(List.of("import", list.toString(), "--map", map.toString()));
        words.addAll(List.of(more));
        return RunImport.run(arguments(words.toArray(String[]::new)), new Terminal());
    }

    private Arguments arguments(String... words) throws Exception {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Arguments.of(all, Map.of());
    }

    private List<Person> people() {
        try (var application = Application.open(folder.resolve("data"))) {
            application.openStorage();
            var people = application.storage().people();
            return people.persons()
                    .findAll(people.companies().active().orElseThrow().id(), Optional.empty(), Optional.empty());
        }
    }
}
