package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.ProgressListener;
import io.vestibule.bulk.ImportRow;
import io.vestibule.bulk.ImportRun;
import io.vestibule.bulk.RowState;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.EnrolmentStatus.State;
import io.vestibule.people.Person;
import io.vestibule.people.change.SuppressionStore;
import io.vestibule.people.change.SuppressionStore.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists do not bring back who was erased on request, in the whole program.
class SuppressionTest {

    private static final String HEADER = "id;name;photo;consent";

    @TempDir
    Path folder;

    private Application application;
    private Path lists;

    @BeforeEach
    void open() throws IOException {
        application = TestApplication.furnished(folder.resolve("data"));
        lists = Files.createDirectories(folder.resolve("lists"));
        for (int i = 0; i < 3; i++) {
            Files.write(
                    lists.resolve(i + ".jpg"),
                    SampleFlow.read(SampleFlow.SAMPLES.getFirst().photos().get(i)));
        }
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void whoWasErasedIsKnownByNumberAndPhotoUntilTheyAgreeAgain() throws IOException {
        run(check(HEADER, "7;Ada;0.jpg;yes"));
        var ada = person();
        TestApplication.await(application, ada, State.SEARCHABLE);
        var _ = application.enrol().commands().remove(ada);
        awaitErased(ada);

        assertRefused(check(HEADER, "7;Ada;0.jpg;yes"));
        assertRefused(check(HEADER, "007;Somebody;0.jpg;yes"));
        assertRefused(check(HEADER, "7;Ada;1.jpg;yes"));
        assertThat(row(check(HEADER, "8;Bea;1.jpg;yes")).state()).isEqualTo(RowState.READY);

        suppressed()
                .add(
                        company(),
                        Trait.NUMBER,
                        "7",
                        TestApplication.now(application).minus(Duration.ofDays(3)));
        var yesterday =
                LocalDate.now(ZoneId.systemDefault()).minusDays(1).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        var longAgo =
                LocalDate.now(ZoneId.systemDefault()).minusDays(30).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        var dated = "id;name;photo;consent;consent date";
        assertRefused(check(dated, "7;Ada;1.jpg;yes;" + longAgo));
        assertThat(row(check(dated, "7;Ada;1.jpg;yes;" + yesterday)).state()).isEqualTo(RowState.READY);
    }

    @Test
    void whoIsErasedBetweenTheCheckAndTheImportIsNotImported() throws IOException {
        var run = check(HEADER, "12;Cleo;;yes");
        assertThat(row(run).state()).isEqualTo(RowState.READY);
        suppressed().add(company(), Trait.NUMBER, "12", TestApplication.now(application));
        run(run);
        assertThat(row(run).state()).isEqualTo(RowState.FAILED);
        assertThat(row(run).content().issues().getFirst().code()).isEqualTo("bulk.erased-before");
        assertThat(people()).isEmpty();
    }

    @Test
    void anImportThatWasUndoneIsImportedAgain() throws IOException {
        var run = check(HEADER, "7;Ada;0.jpg;yes");
        run(run);
        var ada = person();
        TestApplication.await(application, ada, State.SEARCHABLE);
        application.bulk().undo().undo(run.id(), ProgressListener.NONE);
        awaitErased(ada);
        assertThat(row(check(HEADER, "7;Ada;0.jpg;yes")).state()).isEqualTo(RowState.READY);
    }

    private void assertRefused(ImportRun run) {
        assertThat(row(run).state()).isEqualTo(RowState.REFUSED);
        assertThat(row(run).content().issues().getFirst().code()).isEqualTo("bulk.erased-before");
    }

    private SuppressionStore suppressed() {
        return application.bulk().context().suppressed();
    }

    private CompanyId company() {
        return application.storage().people().companies().active().orElseThrow().id();
    }

    private void awaitErased(PersonId person) {
        TestApplication.await(
                application,
                () -> application.storage().people().persons().find(person).isEmpty());
    }

    private PersonId person() {
        return people().getFirst();
    }

    private List<PersonId> people() {
        return application.storage().people().persons().findAll(company(), Optional.empty(), Optional.empty()).stream()
                .map(Person::id)
                .toList();
    }

    private ImportRun check(String header, String row) throws IOException {
        var list = Files.writeString(lists.resolve("people.csv"), header + "\n" + row + "\n");
        return application.bulk().check().check(ImportTest.plan(list), ProgressListener.NONE);
    }

    private void run(ImportRun run) {
        application.bulk().run().run(run.id(), ProgressListener.NONE);
    }

    private ImportRow row(ImportRun run) {
        return new ArrayList<>(application.bulk().context().rows().page(run.id(), EnumSet.allOf(RowState.class), 0, 10))
                .getFirst();
    }
}
