package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.base.ProgressListener;
import io.vestibule.settings.Vault;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged data folder, in the window: what it says, and each way out.
class StartFailureTest extends FxTest {

    @TempDir
    Path folder;

    private Path data;
    private Path file;
    private Stage stage;
    private ApplicationLauncher launcher;
    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

    @BeforeEach
    void furnish() {
        data = folder.resolve("data");
        file = data.resolve("vestibule.mv.db");
        try (var application = TestApplication.furnished(data)) {
            addOperator(application, "Robin");
        }
        stage = onFx(Stage::new);
        launcher = new ApplicationLauncher();
    }

    @AfterEach
    void close() {
        doOnFx(stage::hide);
        launcher.close();
    }

    private static void addOperator(Application application, String name) {
        application.storage().operators().add(name, Role.RECEPTION);
    }

    private String start() throws InterruptedException {
        doOnFx(() -> launcher.start(
                stage,
                data,
                desktop -> outcomes.add(desktop.shell().isPresent() ? "screens" : "first run"),
                problem -> outcomes.add(problem.code())));
        return outcome();
    }

    private String outcome() throws InterruptedException {
        return String.valueOf(outcomes.poll(60, TimeUnit.SECONDS));
    }

    private void press(String id) {
        // In one step: the screen is made again when what it offers is known.
        until(() -> onFx(() -> {
            if (stage.getScene().getRoot().lookup("#" + id) instanceof Button button && !button.isDisabled()) {
                button.fire();
                return true;
            }
            return false;
        }));
    }

    private List<String> words() {
        return onFx(() -> {
            var words = new ArrayList<String>();
            for (Node label : stage.getScene().getRoot().lookupAll(".label")) {
                words.add(String.valueOf(((Label) label).getText()));
            }
            return words;
        });
    }

    private void flip() throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void copyBeforeMigration() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(data.resolve("vestibule.before-039.zip")))) {
            zip.putNextEntry(new ZipEntry("vestibule.mv.db"));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }

    @Test
    void aMissingDatabaseIsNoFirstRunUntilSomebodyGivesTheDataUp() throws Exception {
        Files.delete(file);
        assertThat(start()).isEqualTo("store.missing");
        press("recovery-anew");
        assertThat(words()).anyMatch(text -> text.contains("audit log"));
        assertThat(file).doesNotExist();
        press("recovery-yes");
        assertThat(outcome()).isEqualTo("first run");
        assertThat(data.resolve("set-aside")).isDirectory();
        var log = Objects.requireNonNull(launcher.application()).storage().log();
        assertThat(log.recent(5)).anyMatch(entry -> entry.action().equals("recovery.started-anew-people"));
    }

    @Test
    void aMissingDatabaseWithoutHeaderIsMissedByTheVault() throws Exception {
        Files.delete(file);
        Files.delete(data.resolve("vestibule.header"));
        assertThat(start()).isEqualTo("store.missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void theNewestCopyReplacesADamagedDatabase() throws Exception {
        copyBeforeMigration();
        flip();
        var damaged = Files.readAllBytes(file);
        assertThat(start()).isEqualTo("store.damaged");
        press("recovery-copy");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        press("recovery-yes");
        assertThat(outcome()).isEqualTo("screens");
        assertThat(Objects.requireNonNull(launcher.application())
                        .storage()
                        .operators()
                        .list())
                .hasSize(2);
    }

    @Test
    void theNewestBackupReplacesEverythingWhenOneDatabaseIsDamaged() throws Exception {
        try (var application = TestApplication.furnished(data)) {
            application.backups().flow().make(ProgressListener.NONE);
            addOperator(application, "Kim");
        }
        flip();
        var damaged = Files.readAllBytes(file);
        assertThat(start()).isEqualTo("store.damaged");
        press("recovery-backup");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        press("recovery-yes");
        assertThat(outcome()).isEqualTo("screens");
        var storage = Objects.requireNonNull(launcher.application()).storage();
        assertThat(storage.operators().list()).as("Kim came after the backup").hasSize(2);
        assertThat(storage.log().recent(5)).anyMatch(entry -> entry.action().equals("backup.restored"));
        try (var kept = Files.walk(data.resolve("set-aside"))) {
            assertThat(kept.filter(path -> path.endsWith("vestibule.mv.db")))
                    .singleElement()
                    .satisfies(path -> assertThat(Files.readAllBytes(path)).isEqualTo(damaged));
        }
    }

    @Test
    void anOlderDatabaseIsUsedOnlyWhenSomebodySaysSo() throws Exception {
        var older = Files.readAllBytes(file);
        try (var application = TestApplication.furnished(data)) {
            addOperator(application, "Kim");
        }
        Files.write(file, older);
        assertThat(start()).isEqualTo("store.rolled-back");
        press("recovery-older");
        press("recovery-back");
        press("recovery-older");
        press("recovery-yes");
        assertThat(outcome()).isEqualTo("screens");
    }

    private void type(String id, String text) {
        until(() -> onFx(() -> {
            if (stage.getScene().getRoot().lookup("#" + id) instanceof TextInputControl field) {
                field.setText(text);
                return true;
            }
            return false;
        }));
    }

    @Test
    void theStartAsksForThePassphraseUntilItIsRightOrForTheRecoveryKey() throws Exception {
        String key;
        try (var application = TestApplication.furnished(data)) {
            key = application.setup().key().recoveryKey();
            application.setup().key().protect("correct horse battery".toCharArray());
        }
        assertThat(start()).isEqualTo("settings.passphrase-needed");
        type("unlock-passphrase", "correct horse batterz");
        press("unlock-open");
        assertThat(outcome()).isEqualTo("settings.passphrase-wrong");
        press("unlock-other");
        type("unlock-recovery-key", key);
        press("unlock-recover");
        assertThat(outcome()).isEqualTo("screens");
        var storage = Objects.requireNonNull(launcher.application()).storage();
        assertThat(storage.vault().kind()).isEqualTo(Vault.Kind.FILE);
        assertThat(storage.operators().list()).hasSize(2);
    }

    @Test
    void theRightPassphraseOpensTheScreens() throws Exception {
        try (var application = TestApplication.furnished(data)) {
            application.setup().key().protect("correct horse battery".toCharArray());
        }
        assertThat(start()).isEqualTo("settings.passphrase-needed");
        type("unlock-passphrase", "correct horse battery");
        press("unlock-open");
        assertThat(outcome()).isEqualTo("screens");
    }

    @Test
    void anotherFolderAndTheSupportFileAreOffered() throws Exception {
        flip();
        assertThat(start()).isEqualTo("store.damaged");
        press("recovery-bundle");
        until(() -> words().stream().anyMatch(text -> text.contains(".zip")));
        assertThat(onFx(() -> stage.getScene().getRoot().lookup("#recovery-folder")))
                .isNotNull();
        var shown =
                Path.of(System.getProperty("vestibule.shots", "target/shots")).resolve("start-failure.png");
        Snapshot.write(onFx(() -> Snapshot.of(stage.getScene())), shown);
    }
}
