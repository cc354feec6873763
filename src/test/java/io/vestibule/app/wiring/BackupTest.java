package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditEntry;
import io.vestibule.backup.BackupFile;
import io.vestibule.backup.BackupKeys;
import io.vestibule.base.PersonId;
import io.vestibule.base.ProgressListener;
import io.vestibule.enrol.DuplicateDecision;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups of a whole data folder, and the way back.
class BackupTest {

    @TempDir
    Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private Path data;
    private Application application;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        application = TestApplication.furnished(data, clock, EngineSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        application.close();
    }

    private void reopen() {
        application.close();
        application = TestApplication.furnished(data, clock, EngineSettings.DEFAULT);
    }

    private BackupFile make() {
        clock.forward(Duration.ofSeconds(1));
        return application.backups().flow().make(ProgressListener.NONE);
    }

    private PersonId enrol(String name, int sample) {
        var saved = application
                .enrol()
                .enrol()
                .save(
                        TestApplication.visitor(application, name),
                        TestApplication.photos(application, sample),
                        new DuplicateDecision.NoDuplicate());
        TestApplication.await(application, saved.person(), EnrolmentStatus.State.SEARCHABLE);
        return saved.person();
    }

    private void erase(PersonId person) {
        application.enrol().commands().remove(person);
        clock.forward(Duration.ofMinutes(1));
        application.enrol().runner().wake();
        TestApplication.await(application, () -> !isStored(person));
    }

    private boolean isStored(PersonId person) {
        return application.storage().people().persons().find(person).isPresent();
    }

    private List<String> actions() {
        return application.storage().log().recent(100).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private int photoFiles() throws IOException {
        try (var files = Files.walk(data.resolve("photos"))) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aRestoreBringsBackWhoWasThereAndNobodyWhoWasErasedSince() throws IOException {
        var ana = enrol("Ana", 0);
        var bob = enrol("Bob", 1);
        int photos = photoFiles();
        var backup = make();
        erase(bob);
        var cleo = enrol("Cleo", 2);
        application.backups().restore().stage(backup.path(), ProgressListener.NONE);
        assertThat(isStored(cleo))
                .as("nothing is changed while the program runs")
                .isTrue();
        application.close();
        application = Application.open(data, clock, EngineSettings.DEFAULT);
        application.openStorage();

        assertThat(isStored(ana)).isTrue();
        assertThat(isStored(cleo)).as("enrolled after the backup").isFalse();
        assertThat(application
                        .storage()
                        .people()
                        .persons()
                        .find(bob)
                        .filter(found -> found.removed().isEmpty()))
                .as("erased after the backup: hidden before anything is shown")
                .isEmpty();
        assertThat(actions()).contains("backup.restored", "person.erased-again");

        application.startBackgroundWork();
        TestApplication.await(application, () -> !isStored(bob));
        assertThat(photoFiles()).as("Bob's photos are gone again").isEqualTo(photos - 3);
        TestApplication.await(application, ana, EnrolmentStatus.State.SEARCHABLE);
        assertThat(TestApplication.service(application)
                        .faces()
                        .listFaces(TestApplication.COLLECTION, java.util.Optional.empty()))
                .as("faces in the collection")
                .hasSize(3);
        try (var aside = Files.list(data.resolve("set-aside"))) {
            assertThat(aside.toList()).singleElement().satisfies(kept -> {
                assertThat(kept.resolve("vestibule.mv.db")).exists();
                assertThat(kept.resolve("photos")).exists();
            });
        }
        assertThat(application.storage().log().verify()).isEmpty();
    }

    @Test
    void aDamagedOrForeignBackupChangesNothing() throws IOException {
        var backup = make();
        var bytes = Files.readAllBytes(backup.path());
        var broken = folder.resolve("broken.backup");
        for (int at : new int[] {20, 300, bytes.length / 2, bytes.length - 5}) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(broken, changed);
            assertThatThrownBy(() -> application.backups().restore().stage(broken, ProgressListener.NONE))
                    .as("changed at %s", at)
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching("store.backup-(damaged|wrong-key|newer)");
        }
        Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length - 70_000));
        assertThatThrownBy(() -> application.backups().restore().stage(broken, ProgressListener.NONE))
                .hasMessage("store.backup-damaged");
        try (var other = Application.open(folder.resolve("other"))) {
            assertThatThrownBy(() -> other.backups().restore().stage(backup.path(), ProgressListener.NONE))
                    .hasMessage("store.backup-wrong-key");
        }
        reopen();
        assertThat(actions()).doesNotContain("backup.restored");
    }

    @Test
    void aBackupIsDueByTheScheduleAndTriedAgainAfterAFailure() throws IOException {
        var flow = application.backups().flow();
        flow.runIfDue();
        assertThat(flow.list()).hasSize(1);
        flow.runIfDue();
        assertThat(flow.list()).as("none is due yet").hasSize(1);

        clock.forward(Duration.ofHours(25));
        var blocked = Files.createFile(folder.resolve("file"));
        application.storage().settings().set(BackupKeys.FOLDER, blocked.toString());
        flow.runIfDue();
        assertThat(flow.failure())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("store.backup-folder"));
        assertThat(actions()).contains("backup.failed");
        application.storage().settings().set(BackupKeys.FOLDER, "");
        flow.runIfDue();
        assertThat(flow.list()).as("not at once").hasSize(1);
        clock.forward(Duration.ofMinutes(6));
        flow.runIfDue();
        assertThat(flow.list()).hasSize(2);
        assertThat(flow.failure()).isEmpty();
        assertThat(actions()).contains("backup.made");
    }

    @Test
    void aChosenFolderThatIsGoneIsNotReplacedByOneOnTheLocalDisk() throws IOException {
        var share = folder.resolve("share");
        application.storage().settings().set(BackupKeys.FOLDER, share.toString());
        assertThatThrownBy(this::make).hasMessage("store.backup-folder");
        assertThat(share).doesNotExist();
        Files.createDirectory(share);
        assertThat(make().path()).hasParent(share).exists();
        assertThat(data.resolve("backups")).doesNotExist();
    }

    @Test
    void backupsGoByNumberAndAgeAndWithWhoWasErased() throws IOException {
        application.storage().settings().set(BackupKeys.KEPT, 2);
        application.storage().settings().set(BackupKeys.DAYS, 10);
        var bob = enrol("Bob", 1);
        var migration = Files.createFile(data.resolve("vestibule.mv.db.before-43.zip"));
        var first = make();
        var second = make();
        var third = make();
        assertThat(application.backups().flow().list())
                .extracting(BackupFile::name)
                .containsExactly(third.name(), second.name());
        assertThat(first.path()).doesNotExist();
        erase(bob);
        application.backups().flow().runIfDue();
        assertThat(Files.readString(data.resolve("backups/erased.list")))
                .as("keyed hashes only")
                .isNotBlank()
                .doesNotContain(bob.toString());

        clock.forward(Duration.ofDays(11));
        var last = make();
        assertThat(application.backups().flow().list())
                .as("Bob is in none of them any more")
                .extracting(BackupFile::name)
                .containsExactly(last.name());
        assertThat(migration).doesNotExist();
        assertThat(actions()).contains("backup.deleted");
    }
}
