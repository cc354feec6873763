package io.vestibule.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.wiring.TestApplication;
import io.vestibule.audit.Role;
import io.vestibule.backup.BackupFile;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Snapshot;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups in Settings, in the window.
class BackupScreenTest extends FxTest {

    @TempDir
    Path folder;

    private Path data;
    private Stage stage;
    private ApplicationLauncher launcher;
    private final AtomicReference<@Nullable Desktop> desktop = new AtomicReference<>();
    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws InterruptedException {
        data = folder.resolve("data");
        TestApplication.furnished(data).close();
        stage = onFx(Stage::new);
        launcher = new ApplicationLauncher();
        doOnFx(() -> launcher.start(
                stage,
                data,
                opened -> {
                    desktop.set(opened);
                    outcomes.add("screens");
                },
                problem -> outcomes.add(problem.code())));
        assertThat(outcome()).isEqualTo("screens");
    }

    @AfterEach
    void close() {
        doOnFx(stage::hide);
        launcher.close();
    }

    private String outcome() throws InterruptedException {
        return String.valueOf(outcomes.poll(60, TimeUnit.SECONDS));
    }

    private void openSettings() {
        doOnFx(() -> Objects.requireNonNull(desktop.get()).shell().orElseThrow().open("settings"));
    }

    private @Nullable Node node(String id) {
        return onFx(() -> stage.getScene().getRoot().lookup("#" + id));
    }

    private void press(String id) {
        until(() -> node(id) instanceof Button button && !button.isDisabled());
        doOnFx(() -> ((Button) Objects.requireNonNull(stage.getScene().getRoot().lookup("#" + id))).fire());
    }

    private String text(String id) {
        return onFx(() -> stage.getScene().getRoot().lookup("#" + id) instanceof Label label ? label.getText() : "");
    }

    @Test
    void aBackupIsMadeAndRestoredFromSettings() throws Exception {
        openSettings();
        until(() -> text("backup-last").contains("no backup"));
        press("backup-now");
        until(() -> text("backup-last").startsWith("Last good backup"));
        var shown =
                Path.of(System.getProperty("vestibule.shots", "target/shots")).resolve("backups.png");
        doOnFx(this::scrollToTheCard);
        Snapshot.write(onFx(() -> Snapshot.of(stage.getScene())), shown);
        Objects.requireNonNull(launcher.application()).storage().operators().add("Kim", Role.RECEPTION);

        press("backup-restore");
        until(() -> node("backup-choice") instanceof ComboBox<?> choice
                && !choice.getItems().isEmpty());
        doOnFx(() -> chooseFirst(stage.getScene().getRoot().lookup("#backup-choice")));
        press("backup-restore-yes");
        assertThat(outcome()).isEqualTo("screens");
        assertThat(Objects.requireNonNull(launcher.application())
                        .storage()
                        .operators()
                        .list())
                .as("Kim came after the backup")
                .hasSize(1);
        assertThat(data.resolve("set-aside")).isDirectory();
    }

    private void scrollToTheCard() {
        var button = stage.getScene().getRoot().lookup("#backup-now");
        for (Node above = button; above != null; above = above.getParent()) {
            if (above instanceof ScrollPane scroll) {
                var content = scroll.getContent();
                var top = content.sceneToLocal(button.localToScene(button.getBoundsInLocal()));
                scroll.setVvalue(top.getMinY() / content.getBoundsInLocal().getHeight());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void chooseFirst(Node choice) {
        ((ComboBox<BackupFile>) choice).getSelectionModel().selectFirst();
    }
}
