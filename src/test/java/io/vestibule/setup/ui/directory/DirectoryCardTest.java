package io.vestibule.setup.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.app.desktop.ProblemMapper;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.app.wiring.TestApplication;
import io.vestibule.bulk.directory.DirectoryKeys;
import io.vestibule.settings.Settings;
import io.vestibule.setup.ui.SetupContext;
import io.vestibule.ui.FxTaskRunner;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Snapshot;
import io.vestibule.ui.Strings;
import io.vestibule.ui.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The card of the directory on a real application. What a reading brings is tested in `app.wiring.DirectorySyncTest`.
class DirectoryCardTest extends FxTest {

    @TempDir
    Path folder;

    private Application application;
    private Settings settings;
    private DirectoryModel model;

    @BeforeEach
    void open() {
        application = TestApplication.furnished(folder);
        settings = application.storage().settings();
        model = model(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        application.close();
    }

    private DirectoryModel model(Locale locale) {
        var strings = Strings.load(locale, ScreenContext.BUNDLES);
        var context =
                new SetupContext(strings, new FxTaskRunner(ProblemMapper::problemOf), () -> {}, () -> {}, () -> {});
        return onFx(() -> new DirectoryModel(
                application.setup().directory(), application.storage().session(), context));
    }

    private Scene card(Locale locale) {
        model = model(locale);
        return show(760, 900, () -> {
            var card = new DirectoryCard(model);
            model.refresh();
            return card;
        });
    }

    @Test
    void theConnectionIsSavedThePasswordIsInTheVaultAndForAnotherServerItIsForgotten() throws Exception {
        var scene = card(Locale.ENGLISH);
        type("#directory-address", "http://example.com");
        fire("#directory-save");
        assertThat(settings.get(DirectoryKeys.ADDRESS)).isEmpty();
        picture(scene, "directory-1-wrong");

        type("#directory-address", "ldaps://localhost:1");
        type("#directory-user", "cn=reader,dc=example");
        type("#directory-password", "secret");
        type("#directory-base", "dc=example");
        fire("#directory-trial");
        until(() -> !model.problem().get().isEmpty() && !model.busy().get());
        assertThat(model.problem().get()).contains("does not answer");
        picture(scene, "directory-2-unreachable");
        assertThat(settings.get(DirectoryKeys.ADDRESS)).isEqualTo("ldaps://localhost:1");
        assertThat(password()).contains("secret");
        assertThat(onFx(() -> model.password().get())).isEmpty();

        fire("#directory-save");
        until(() -> model.saved().get());
        assertThat(password()).contains("secret");
        type("#directory-address", "ldaps://localhost:2");
        fire("#directory-save");
        until(() -> model.saved().get() && password().isEmpty());
    }

    @Test
    void itIsGermanAndDarkAsWell() throws Exception {
        var scene = card(Locale.GERMAN);
        doOnFx(() -> new Theme(Theme.Choice.DARK).applyTo(scene));
        picture(scene, "directory-3-german");
        assertThat(lookup(".label").queryAllAs(Label.class))
                .anySatisfy(label -> assertThat(label.getText()).contains("immer verschlüsselt"));
    }

    private static void picture(Scene scene, String name) throws Exception {
        var image = onFx(() -> Snapshot.of(scene));
        Snapshot.write(image, Path.of(System.getProperty("vestibule.shots", "target/shots"), name + ".png"));
    }

    private Optional<String> password() {
        return application.storage().vault().read(DirectoryKeys.PASSWORD).map(String::new);
    }

    private void type(String id, String text) {
        doOnFx(() -> lookup(id).queryAs(TextField.class).setText(text));
    }

    private void fire(String id) {
        doOnFx(() -> lookup(id).queryAs(Button.class).fire());
    }
}
