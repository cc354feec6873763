package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.support.Language;
import io.vestibule.support.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Language, log and bundle for support, as whoever is at the desk chooses them.
class AboutModelTest {

    @TempDir
    private Path folder;

    private final List<LogLevel> levels = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private SetupFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
        fixture.signIn(Role.RECEPTION);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private AboutModel model(Callable<Path> bundle) {
        return new AboutModel(
                fixture.settingsFlow,
                fixture.session,
                fixture.context(),
                new AboutModel.Support(Map.of("Vestibule", "1.0"), levels::add, bundle));
    }

    private AboutModel model() {
        return model(() -> folder.resolve("bundle.zip"));
    }

    @Test
    void receptionMayChoose() {
        assertThat(model().mayChange().get()).isTrue();
        assertThat(model().versions()).containsExactly(Map.entry("Vestibule", "1.0"));
    }

    @Test
    void anotherLanguageWaitsForTheNextStartAndTheOneInUseDoesNot() {
        var model = model();
        var started = model.language();
        var other = Stream.of(Language.values())
                .filter(language -> language != started)
                .findFirst()
                .orElseThrow();
        model.choose(other, told::add);
        assertThat(fixture.settings.get(AppKeys.LANGUAGE)).isEqualTo(other);
        model.choose(started, told::add);
        assertThat(told).containsExactly(true, false);
        assertThat(model.language()).isEqualTo(started);
    }

    @Test
    void howMuchIsLoggedChangesAtOnceAndIsKept() {
        var model = model();
        for (var level : LogLevel.values()) {
            model.choose(level);
            assertThat(model.log()).isEqualTo(level);
        }
        assertThat(levels).containsExactly(LogLevel.values());
    }

    @Test
    void whatTheMachineFixesIsNotChangedNorToldToTheLog() throws Exception {
        var fixed = Files.createDirectory(folder.resolve("fixed"));
        Files.writeString(fixed.resolve("machine.json"), "{\"app.log\": \"%s\"}".formatted(LogLevel.USUAL));
        try (var machine = new SetupFixture(fixed)) {
            var model = new AboutModel(
                    machine.settingsFlow,
                    machine.session,
                    machine.context(),
                    new AboutModel.Support(Map.of(), levels::add, () -> fixed));
            assertThat(model.isLocked(AppKeys.LOG)).isTrue();
            assertThat(model.isLocked(AppKeys.LANGUAGE)).isFalse();
            model.choose(LogLevel.MORE);
            assertThat(levels).isEmpty();
            assertThat(model.problem().get()).isNotBlank();
        }
    }

    @Test
    void theBundleIsToldWhereItLies() {
        model().bundle(told::add);
        assertThat(told).containsExactly(folder.resolve("bundle.zip"));
    }

    @Test
    void aBundleThatCannotBeWrittenIsToldAndTheWordsGoWithTheNextTry() {
        var fail = new ArrayList<>(List.of(true));
        var model = model(() -> {
            if (!fail.isEmpty()) {
                fail.clear();
                throw new IOException("disk full");
            }
            return folder;
        });
        model.bundle(told::add);
        assertThat(model.problem().get()).isNotBlank();
        assertThat(told).isEmpty();
        model.bundle(told::add);
        assertThat(model.problem().get()).isEmpty();
        assertThat(told).containsExactly(folder);
    }
}
