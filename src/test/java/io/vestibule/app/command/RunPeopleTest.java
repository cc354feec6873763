package io.vestibule.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.app.Terminal;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.Person;
import io.vestibule.rules.RuleState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `vestibule people` and `vestibule rules`, from their words to their exit codes and what they print.
class RunPeopleTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path list;

    @BeforeEach
    void make() throws Exception {
        TestApplication.furnished(folder.resolve("data")).close();
        Files.write(
                folder.resolve("a.jpg"),
                SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().getFirst()));
        list = Files.writeString(
                folder.resolve("people.csv"),
                "id;name;phone;photo;site;consent\n7;Ada Öz;+49 30 1234;a.jpg;Main entrance;yes\n8;Bea;;;;yes\n9;Cleo;;;;yes\n");
        assertThat(run("import", list.toString(), "--run")).isZero();
    }

    @Test
    void peopleAreListedExportedRenewedAndRemoved() throws Exception {
        assertThat(run("people", "list")).isZero();
        assertThat(printed()).contains("7\tAda Öz\temployee\t").contains("8\tBea");
        assertThat(run("people", "list", "--json", "--status", "no-photo")).isZero();
        assertThat(tools.jackson.databind.json.JsonMapper.shared().readTree(printed()))
                .hasSize(2)
                .anySatisfy(one -> assertThat(one.get("number").asString()).isEqualTo("8"));

        var file = folder.resolve("out.csv");
        assertThat(run("people", "export", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("\"+49 30 1234\"").contains("\"Main entrance\"");
        // What is exported can be imported again.
        assertThat(run("import", file.toString(), "--dry-run", "--json")).isZero();
        assertThat(printed()).contains("\"ready\": 3");

        var until = LocalDate.now(ZoneId.systemDefault()).plusDays(800);
        assertThat(run("people", "renew", "8", "nobody", "--until", until.toString(), "--paper-consent", "--dry-run"))
                .isEqualTo(CommandFailure.UNUSABLE);
        assertThat(expires("Bea")).isNotEqualTo(Optional.of(until));
        assertThat(run("people", "renew", "8", "--until", until.toString(), "--paper-consent", "--run"))
                .isZero();
        assertThat(expires("Bea")).contains(until);

        assertThat(run("people", "remove", "7", "8", "--limit", "1", "--run")).isEqualTo(RunPeople.OVER_LIMIT);
        assertThat(names()).hasSize(3);
        var named = Files.writeString(folder.resolve("leavers.txt"), "# left in May\n7\n8\n\n");
        assertThat(run("people", "remove", "--list", named.toString(), "--limit", "2", "--dry-run"))
                .isZero();
        assertThat(names()).hasSize(3);
        assertThat(run("people", "remove", "--list", named.toString(), "--limit", "2", "--run", "--json"))
                .isZero();
        assertThat(printed()).contains("\"removed\": 2").contains("\"waiting\": 0");
        assertThat(names()).containsExactly("Cleo");
        assertThat(run(
                        "people",
                        "remove",
                        "--list",
                        Files.writeString(named, "\n").toString(),
                        "--run"))
                .isEqualTo(CommandFailure.FAILED);
    }

    @Test
    void whoIsNoLongerInTheListIsReportedAndRemovedOnDemandUpToTheLimit() throws Exception {
        // The export of the next day has another name, and one person less.
        var next = Files.copy(list, folder.resolve("people.csv.2"));
        Files.writeString(list, "id;name;consent\n7;Ada Öz;yes\n\"8;Bea;yes\n");
        var report = folder.resolve("report.csv");
        assertThat(run("import", list.toString(), "--run", "--remove-missing", "--report", report.toString()))
                .as("a row that cannot be read may name them")
                .isEqualTo(RunImport.INCOMPLETE);
        assertThat(Files.readString(report)).contains("Cleo");
        assertThat(names()).hasSize(3);

        Files.writeString(list, "id;name;phone;photo;site;consent\n7;Ada Öz;+49 30 1234;a.jpg;Main entrance;yes\n");
        assertThat(run("import", list.toString(), "--run", "--remove-missing")).isEqualTo(RunImport.INCOMPLETE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2 people would be removed");
        assertThat(names()).hasSize(3);

        Files.writeString(list, Files.readString(next).replace("9;Cleo;;;;yes\n", ""));
        assertThat(run("import", list.toString(), "--run", "--json")).isZero();
        assertThat(printed()).contains("\"missing\": 1").contains("\"missing-removed\": 0");
        assertThat(run("import", list.toString(), "--run", "--remove-missing", "--json"))
                .isZero();
        assertThat(printed()).contains("\"unchanged\": 2").contains("\"missing-removed\": 1");
        assertThat(names()).containsExactly("Ada Öz", "Bea");
    }

    @Test
    void rulesAreListedAndSent() throws Exception {
        try (var application = Application.open(folder.resolve("data"))) {
            application.openStorage();
            var rule = application.rules().flow().create();
            application.rules().flow().save(rule.id(), rule.draft().withName("Guests"));
        }
        assertThat(run("rules", "list", "--json")).isZero();
        assertThat(printed()).contains("Guests").contains("\"draft\"");
        assertThat(run("rules", "send", "Guests", "--run"))
                .as("nobody is in it")
                .isEqualTo(CommandFailure.UNUSABLE);
        try (var application = Application.open(folder.resolve("data"))) {
            application.openStorage();
            var rules = application.rules();
            var rule = rules.drift().reconcile().entries().stream()
                    .flatMap(entry -> entry.local().stream())
                    .findFirst()
                    .orElseThrow();
            var someone = application
                    .storage()
                    .people()
                    .persons()
                    .search(rule.company(), "Ada", 1)
                    .getFirst();
            rules.flow()
                    .save(
                            rule.id(),
                            rule.draft()
                                    .withPeople(io.vestibule.rules.who.PeopleChoice.NOBODY.with(someone.externalId()))
                                    .withCameras(List.of(850L)));
        }
        assertThat(run("rules", "send", "--all", "--dry-run", "--json")).isZero();
        assertThat(printed()).contains("\"would-be-sent\": 1");
        assertThat(run("rules", "send", "--all", "--run", "--json")).isZero();
        assertThat(printed()).contains("\"sent\": 1");
        assertThat(run("rules", "list")).isZero();
        assertThat(run("rules", "send", "No such rule", "--run")).isEqualTo(CommandFailure.UNUSABLE);
        try (var application = Application.open(folder.resolve("data"))) {
            application.openStorage();
            assertThat(application.rules().drift().reconcile().entries())
                    .filteredOn(entry -> entry.local().isPresent())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.state()).isEqualTo(RuleState.SENT));
        }
    }

    @Test
    void theRoleOfTheOperatorCounts() throws Exception {
        try (var application = Application.open(folder.resolve("data"))) {
            application.openStorage();
            var operators = application.storage().operators();
            operators.signIn(operators.add("Desk", Role.RECEPTION).id());
        }
        assertThat(run("people", "list")).isEqualTo(CommandFailure.FAILED);
        assertThat(run("people", "remove", "7", "--limit", "1", "--run")).isEqualTo(CommandFailure.FAILED);
        assertThat(run("rules", "list")).isEqualTo(CommandFailure.FAILED);
        assertThat(names()).hasSize(3);
    }

    @Test
    void whatIsMissingOnTheCommandLineIsSaid() {
        for (var words : List.of(
                List.of("people"),
                List.of("people", "export"),
                List.of("people", "list", "--kind", "dog"),
                List.of("people", "remove", "--run"),
                List.of("people", "remove", "7"),
                List.of("people", "remove", "7", "--limit", "0", "--run"),
                List.of("people", "renew", "7", "--until", "2030-01-01", "--run"),
                List.of("people", "renew", "7", "--paper-consent", "--run"),
                List.of("rules", "send", "--run"),
                List.of("rules", "send", "a", "--all", "--run"),
                List.of("rules", "delete"))) {
            assertThatThrownBy(() -> Arguments.of(words, Map.of())).isInstanceOf(Arguments.UsageException.class);
        }
    }

    private int run(String... words) throws Arguments.UsageException {
        out.reset();
        err.reset();
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var arguments = Arguments.of(all, Map.of());
        return switch (arguments.command()) {
            case PEOPLE -> RunPeople.run(arguments, terminal);
            case RULES -> RunRules.run(arguments, terminal);
            default -> RunImport.run(arguments, terminal);
        };
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Person> people() {
        try (var application = Application.open(folder.resolve("data"))) {
            application.openStorage();
            var people = application.storage().people();
            return people.persons()
                    .findAll(people.companies().active().orElseThrow().id(), Optional.empty(), Optional.empty());
        }
    }

    private List<String> names() {
        return people().stream().map(Person::name).toList();
    }

    private Optional<LocalDate> expires(String name) {
        return people().stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .flatMap(Person::expires)
                .map(end -> end.minusMillis(1).atZone(ZoneId.systemDefault()).toLocalDate());
    }
}
