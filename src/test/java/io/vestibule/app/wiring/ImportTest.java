package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.ImportPlan;
import io.vestibule.bulk.ImportRow;
import io.vestibule.bulk.ImportRun;
import io.vestibule.bulk.RowDecision;
import io.vestibule.bulk.RowState;
import io.vestibule.bulk.RunState;
import io.vestibule.bulk.list.ColumnMapping;
import io.vestibule.bulk.list.DatePattern;
import io.vestibule.bulk.list.ListOptions;
import io.vestibule.bulk.source.ImportSource;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list is checked, imported, imported again and undone, in the whole program. `-Dimport.people` sets the number of
/// good rows.
class ImportTest {

    private static final int PEOPLE = Integer.getInteger("import.people", 3);

    @TempDir
    Path folder;

    private Application application;
    private Path lists;

    @BeforeEach
    void open() throws IOException {
        application = TestApplication.furnished(folder.resolve("data"));
        lists = Files.createDirectories(folder.resolve("lists"));
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void everyPlantedFaultIsFoundAndNamedAndTheOthersAreImportedOnce() throws IOException {
        var recipe = ImportRecipe.make(lists, PEOPLE);
        var run = check(recipe.list());

        var codes = rows(run).stream()
                .filter(row -> row.content().isRefused())
                .collect(Collectors.toMap(
                        ImportRow::place,
                        row -> row.content().issues().getFirst().code()));
        assertThat(codes).containsExactlyInAnyOrderEntriesOf(recipe.planted);
        assertThat(rows(run).stream()
                        .filter(row -> row.state() == RowState.READY)
                        .map(ImportRow::place))
                .containsExactlyElementsOf(recipe.good);
        assertThat(people()).as("nothing is stored by a check").isEmpty();

        var ended = run(run);
        assertThat(ended.state()).isEqualTo(RunState.ENDED);
        assertThat(counts(run))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        RowState.REFUSED,
                        recipe.planted.size() - 1,
                        RowState.ASK, // a group photo
                        1,
                        RowState.DONE,
                        recipe.good.size()));
        assertThat(people()).hasSize(recipe.good.size());
        people().forEach(person -> TestApplication.await(application, person.id(), State.SEARCHABLE));
        assertThat(application.enrol().enrol().identify(SampleFlow.read(SampleFlow.PROBE)))
                .first()
                .satisfies(match -> assertThat(match.person().name()).isEqualTo("Good Person 0"));

        // Whose photo was planted under another number is enrolled now.
        var again = check(recipe.list());
        assertThat(counts(again))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        RowState.REFUSED,
                        recipe.planted.size() - 2,
                        RowState.ASK,
                        2,
                        RowState.UNCHANGED,
                        recipe.good.size()));

        assertThat(application.bulk().undo().undo(run.id(), ProgressListener.NONE))
                .isEqualTo(recipe.good.size());
        assertThat(people()).isEmpty();
        assertThat(application
                        .bulk()
                        .context()
                        .runs()
                        .find(run.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(RunState.UNDONE);
        assertThatThrownBy(() -> application.bulk().undo().undo(run.id(), ProgressListener.NONE))
                .isInstanceOf(BulkException.class);
    }

    @Test
    void aChangedRowUpdatesThePersonAndTheUndoRestoresThem() throws IOException {
        run(check(list("id;name;email;photo;consent", "7;Ada;ada@example.org;a.jpg;yes", photo("a.jpg", 0))));
        var ada = people().getFirst();
        TestApplication.await(application, ada.id(), State.SEARCHABLE);

        var changed = check(list("id;name;email;photo;consent", "7;Ada L.;;b.jpg;yes", photo("b.jpg", 1)));
        assertThat(counts(changed)).containsExactlyEntriesOf(Map.of(RowState.READY, 1));
        run(changed);
        assertThat(people()).singleElement().satisfies(person -> {
            assertThat(person.id()).isEqualTo(ada.id());
            assertThat(person.name()).isEqualTo("Ada L.");
            assertThat(person.contact().email()).isEqualTo("ada@example.org");
        });
        assertThat(application.storage().people().photos().findByPerson(ada.id()))
                .hasSize(2);

        assertThat(application.bulk().undo().undo(changed.id(), ProgressListener.NONE))
                .isEqualTo(1);
        assertThat(people())
                .singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo("Ada"));
        assertThat(application.storage().people().photos().findByPerson(ada.id()))
                .hasSize(1);
    }

    @Test
    void whoLooksLikeSomebodyIsAskedAboutAndOnlyThen() throws IOException {
        run(check(list("id;name;photo;consent", "1;Ada;a.jpg;yes", photo("a.jpg", 0))));
        TestApplication.await(application, people().getFirst().id(), State.SEARCHABLE);

        var run = check(list(
                "id;name;photo;consent",
                "2;Somebody;b.jpg;yes\n3;Else;c.jpg;yes",
                photo("b.jpg", 1) && photo("c.jpg", 2)));
        assertThat(rows(run)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(RowState.ASK);
            assertThat(row.content().similar()).contains(people().getFirst().id());
        });
        run(run);
        assertThat(people()).hasSize(1);

        var decide = application.bulk().decide();
        var asked = decide.asked(run.id());
        assertThat(decide.decide(List.of(asked.get(0)), RowDecision.SAME)).isEqualTo(1);
        assertThat(decide.decide(List.of(asked.get(1)), RowDecision.DIFFERENT)).isEqualTo(1);
        run(run);
        assertThat(people()).extracting(Person::name).containsExactlyInAnyOrder("Ada", "Else");
        assertThat(counts(run)).containsExactlyEntriesOf(Map.of(RowState.DONE, 2));
        assertThat(application
                        .storage()
                        .people()
                        .photos()
                        .findByPerson(people().getFirst().id()))
                .hasSize(2);
    }

    @Test
    void twoRowsWithOneFaceAreAskedAboutAndWhoDeclinedHasNoPhoto() throws IOException {
        var run = check(list(
                "id;name;photo;consent",
                "1;Ada;a.jpg;yes\n2;Bea;b.jpg;yes\n3;Cleo;c.jpg;no",
                photo("a.jpg", 0) && photo("b.jpg", 1) && photo("c.jpg", 2)));
        assertThat(rows(run))
                .extracting(ImportRow::state)
                .containsExactly(RowState.READY, RowState.ASK, RowState.READY);
        assertThat(rows(run).get(1).content().issues().getFirst().code()).isEqualTo("bulk.same-face");
        assertThat(application
                        .bulk()
                        .decide()
                        .leaveOut(application.bulk().decide().asked(run.id())))
                .isEqualTo(1);
        run(run);
        assertThat(people()).extracting(Person::name).containsExactlyInAnyOrder("Ada", "Cleo");
        var cleo = people().stream()
                .filter(person -> person.name().equals("Cleo"))
                .findFirst()
                .orElseThrow();
        assertThat(application.storage().people().photos().findByPerson(cleo.id()))
                .isEmpty();
    }

    @Test
    void aPhotoThatChangedAfterTheCheckIsNotStored() throws IOException {
        var run = check(list("id;name;photo;consent", "1;Ada;a.jpg;yes", photo("a.jpg", 0)));
        assertThat(photo("a.jpg", 1)).isTrue();
        run(run);
        assertThat(people()).isEmpty();
        assertThat(rows(run).getFirst().content().issues().getFirst().code()).isEqualTo("bulk.photo-changed");
        assertThat(photo("a.jpg", 0)).isTrue();
        assertThat(application.bulk().decide().retryFailed(run.id())).isEqualTo(1);
        run(run);
        assertThat(people()).hasSize(1);
    }

    @Test
    void aGroupPhotoWaitsForThePickOfAFace() throws IOException {
        ImportRecipe.groupPhoto(lists.resolve("group.jpg"));
        var run = check(list("id;name;photo;consent", "1;Ada;group.jpg;yes", true));
        var row = rows(run).getFirst();
        assertThat(row.state()).isEqualTo(RowState.ASK);
        assertThat(application.bulk().decide().decide(List.of(row.id()), RowDecision.DIFFERENT))
                .as("nobody can be enrolled without a face")
                .isZero();

        var flow = application.bulk().check();
        var group = flow.groupPhoto(row).orElseThrow();
        assertThat(group.faces().faces()).hasSizeGreaterThan(1);
        var picked = flow.pick(row, group, group.faces().faces().get(1));
        assertThat(picked.state()).isEqualTo(RowState.READY);
        // Another value does not lose the pick.
        assertThat(flow.checkAgain(picked, picked.content().listed()).state()).isEqualTo(RowState.READY);
        run(run);
        assertThat(people())
                .singleElement()
                .satisfies(person -> assertThat(
                                application.storage().people().photos().findByPerson(person.id()))
                        .hasSize(1));
        assertThat(counts(check(run.plan().source()))).containsExactlyEntriesOf(Map.of(RowState.UNCHANGED, 1));
    }

    @Test
    void whatIsKnownOfTheRowsIsDeletedAfterAWeek() throws IOException {
        application.close();
        var clock = new ShiftedClock();
        application = TestApplication.furnished(folder.resolve("data"), clock, EngineSettings.DEFAULT);
        var run = check(list("id;name;consent", "1;Ada;yes", true));
        run(run);
        clock.forward(Duration.ofDays(6));
        application.bulk().retention().run();
        assertThat(rows(run)).hasSize(1);
        clock.forward(Duration.ofDays(2));
        application.bulk().retention().run();
        assertThat(application.bulk().context().runs().latest(5)).isEmpty();
        assertThat(rows(run)).isEmpty();
        assertThat(people()).hasSize(1);
    }

    @Test
    void theReceptionMayNotImport() throws IOException {
        var list = list("id;name;photo;consent", "1;Ada;a.jpg;yes", photo("a.jpg", 0));
        var run = check(list);
        var operators = application.storage().operators();
        operators.signIn(operators.add("Desk", Role.RECEPTION).id());
        assertThatThrownBy(() -> check(list)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> run(run)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> application.bulk().decide().retryFailed(run.id()))
                .isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> application.bulk().undo().undo(run.id(), ProgressListener.NONE))
                .isInstanceOf(AuditException.class);
        assertThat(people()).isEmpty();
    }

    private Path list(String header, String rows, boolean photos) throws IOException {
        assertThat(photos).isTrue();
        return Files.writeString(lists.resolve("people.csv"), header + "\n" + rows + "\n");
    }

    /// Writes a photo of the first sample person.
    private boolean photo(String name, int number) throws IOException {
        Files.write(
                lists.resolve(name),
                SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().get(number)));
        return true;
    }

    private ImportRun check(Path list) {
        return application.bulk().check().check(plan(list), ProgressListener.NONE);
    }

    static ImportPlan plan(Path list) {
        try (var source = ImportSource.open(list)) {
            var header = source.table(Optional.empty(), Optional.empty()).header();
            return new ImportPlan(
                    list,
                    ColumnMapping.propose(header),
                    new ListOptions(
                            Optional.empty(), Optional.empty(), DatePattern.DAY_DOT, PersonKind.EMPLOYEE, false, 365));
        }
    }

    private ImportRun run(ImportRun run) {
        return application.bulk().run().run(run.id(), ProgressListener.NONE);
    }

    private List<ImportRow> rows(ImportRun run) {
        return new ArrayList<>(
                application.bulk().context().rows().page(run.id(), EnumSet.allOf(RowState.class), 0, 10_000));
    }

    private Map<RowState, Integer> counts(ImportRun run) {
        return application.bulk().context().rows().counts(run.id());
    }

    private List<Person> people() {
        var people = application.storage().people();
        return people.persons()
                .findAll(people.companies().active().orElseThrow().id(), Optional.empty(), Optional.empty());
    }
}
