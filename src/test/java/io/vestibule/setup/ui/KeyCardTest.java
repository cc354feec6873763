package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.Problem;
import io.vestibule.settings.DataFolder;
import io.vestibule.settings.MasterKey;
import io.vestibule.settings.Vault;
import io.vestibule.settings.VaultSelector;
import io.vestibule.setup.KeyFlow;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import io.vestibule.ui.shell.StartupPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The card of the key, and the question for the passphrase at the start.
class KeyCardTest extends FxTest {

    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    private Path folder;

    private SetupFixture fixture;
    private DataFolder data;
    private KeyModel model;
    private KeyCard card;

    @BeforeEach
    void open() throws Exception {
        fixture = new SetupFixture(Files.createDirectory(folder.resolve("application")));
        fixture.signIn(Role.ADMINISTRATOR);
        data = DataFolder.open(folder.resolve("data"));
        var vault = VaultSelector.open(data, Optional::empty);
        var key = MasterKey.open(data, vault);
        model = onFx(() -> new KeyModel(
                new KeyFlow(() -> vault, () -> key, Set.of(), fixture.session, fixture.log),
                fixture.session,
                fixture.context()));
        card = onFx(() -> new KeyCard(model));
    }

    @AfterEach
    void close() {
        data.close();
        fixture.close();
    }

    private void press(String id) throws Exception {
        onFx(() -> {
            ((Button) card.lookup(id)).fire();
            return true;
        });
    }

    private void type(String id, String text) throws Exception {
        onFx(() -> {
            ((TextInputControl) card.lookup(id)).setText(text);
            return true;
        });
    }

    private String text(String id) throws Exception {
        return onFx(() -> ((Labeled) card.lookup(id)).getText());
    }

    @Test
    void theKeyIsProtectedByAPassphraseThatIsTypedTwiceAlike() throws Exception {
        press("#key-passphrase");
        type("#key-passphrase-new", "short");
        press("#key-passphrase-use");
        assertThat(model.kind().get()).isEqualTo(Vault.Kind.FILE);
        type("#key-passphrase-new", PASSPHRASE);
        type("#key-passphrase-again", PASSPHRASE + "x");
        press("#key-passphrase-use");
        assertThat(model.kind().get()).isEqualTo(Vault.Kind.FILE);
        type("#key-passphrase-again", PASSPHRASE);
        press("#key-passphrase-use");
        assertThat(model.kind().get()).isEqualTo(Vault.Kind.PASSPHRASE);
        assertThat(text("#key-place")).isEqualTo(fixture.strings.text("setup.vault.passphrase"));
        assertThat(fixture.actions()).contains("key.moved");
        press("#key-to-file");
        assertThat(model.kind().get()).isEqualTo(Vault.Kind.FILE);
    }

    @Test
    void theRecoveryKeyIsShownUntilItIsHiddenAndThatIsInTheLog() throws Exception {
        press("#key-recovery");
        String shown = onFx(() -> ((TextInputControl) card.lookup("#key-recovery-text")).getText());
        assertThat(shown.split("\\s+", -1)).hasSize(13);
        assertThat(fixture.actions()).contains("key.recovery-shown");
        press("#key-recovery-hide");
        assertThat(onFx(() -> Optional.ofNullable(card.lookup("#key-recovery-text"))))
                .isEmpty();
        assertThat(model.recoveryKey().get()).isEmpty();
    }

    @Test
    void receptionDoesNotMoveTheKey() throws Exception {
        fixture.changeRole(Role.RECEPTION);
        onFx(() -> {
            model.refresh();
            return true;
        });
        for (var id : List.of("#key-recovery", "#key-passphrase", "#key-to-keyring")) {
            assertThat(onFx(() -> card.lookup(id).isDisabled())).isTrue();
        }
    }

    @Test
    void theStartAsksForThePassphraseAndOffersTheRecoveryKey() throws Exception {
        var calls = new ArrayList<String>();
        var pane = onFx(() -> new UnlockPane(
                        fixture.strings,
                        fixture.taskRunner,
                        new UnlockPane.Actions(
                                given -> calls.add("unlock " + new String(given)),
                                typed -> calls.add("recover " + typed),
                                () -> calls.add("retry"),
                                () -> {},
                                () -> {}))
                .askPassphrase());
        onFx(() -> {
            ((TextInputControl) pane.lookup("#unlock-passphrase")).setText(PASSPHRASE);
            ((Button) pane.lookup("#unlock-open")).fire();
            ((Button) pane.lookup("#unlock-other")).fire();
            ((TextInputControl) pane.lookup("#unlock-recovery-key")).setText("key");
            ((Button) pane.lookup("#unlock-recover")).fire();
            return true;
        });
        assertThat(calls).containsExactly("unlock " + PASSPHRASE, "retry", "recover key", "retry");
    }

    @Test
    void pictures() throws Exception {
        for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var words = Strings.load(locale, List.of("setup", "settings", "ui"));
            for (var look : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var file = picture("setup/unlock-" + locale + "-" + look, 1000, 700, look, () -> {
                    var pane = new UnlockPane(
                                    words,
                                    fixture.taskRunner,
                                    new UnlockPane.Actions(_ -> {}, _ -> {}, () -> {}, () -> {}, () -> {}))
                            .askPassphrase();
                    return new StackPane(StartupPane.failed(words, Problem.of("settings.passphrase-wrong"), pane));
                });
                assertThat(file).isNotEmptyFile();
            }
        }
        press("#key-recovery");
        var file = picture("setup/key-card", 560, 500, Theme.Choice.LIGHT, () -> new StackPane(card));
        assertThat(file).isNotEmptyFile();
    }
}
