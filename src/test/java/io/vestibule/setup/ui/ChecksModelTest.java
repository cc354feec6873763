package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.inspect.InspectionKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Switches of the checks: which there are, who may turn them, and what is in the log of it.
class ChecksModelTest {

    private static final String MODEL =
            "arn:aws:rekognition:us-east-1:123456789012:project/badges/version/badges.2026/1700000000000";

    @TempDir
    private Path folder;

    private SetupFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ChecksModel model(Role role, boolean away) {
        fixture.signIn(role);
        return model(fixture, away);
    }

    private static ChecksModel model(SetupFixture fixture, boolean away) {
        return new ChecksModel(fixture.settingsFlow, fixture.session, away, fixture.context());
    }

    @Test
    void theEmbeddedEngineDoesWhatItCanAtOnceAndForFree() {
        var model = model(Role.ADMINISTRATOR, false);
        for (var inspectionKind : InspectionKind.values()) {
            var here = EnumSet.of(InspectionKind.COMPARE, InspectionKind.FACES).contains(inspectionKind);
            assertThat(model.isHere(inspectionKind)).as(inspectionKind.name()).isEqualTo(here);
            assertThat(model.on(inspectionKind).get()).as(inspectionKind.name()).isEqualTo(here);
            assertThat(model.words(inspectionKind))
                    .isEqualTo(fixture.strings.text(here ? "setup.checks.free" : "setup.checks.not-here"));
        }
    }

    @Test
    void whatTheEmbeddedEngineCannotDoIsNotSwitchedOn() {
        var model = model(Role.ADMINISTRATOR, false);
        var before = fixture.actions();
        model.set(InspectionKind.TEXT, true);
        assertThat(model.on(InspectionKind.TEXT).get()).isFalse();
        assertThat(model.saved().get()).isFalse();
        assertThat(fixture.actions()).isEqualTo(before);
    }

    @Test
    void atAmazonEverythingIsThereOffAndHasItsPrice() {
        var model = model(Role.ADMINISTRATOR, true);
        for (var inspectionKind : InspectionKind.values()) {
            assertThat(model.isHere(inspectionKind)).isTrue();
            assertThat(model.on(inspectionKind).get()).as(inspectionKind.name()).isFalse();
        }
        assertThat(model.words(InspectionKind.TEXT)).contains("0.001");
        assertThat(model.words(InspectionKind.CUSTOM_LABELS)).contains("4");
    }

    @ParameterizedTest
    @EnumSource(InspectionKind.class)
    void aSwitchIsKeptForThatCheckAloneAndTheLogNamesIt(InspectionKind inspectionKind) {
        var model = model(Role.ADMINISTRATOR, true);
        model.set(inspectionKind, true);
        assertThat(InspectKeys.enabledOperations(fixture.settings)).containsExactly(inspectionKind.operation());
        assertThat(model.on(inspectionKind).get()).isTrue();
        assertThat(fixture.log.recent(1).getFirst().action()).isEqualTo("inspect.switched-on");
        assertThat(fixture.log.recent(1).getFirst().subject()).isEqualTo(inspectionKind.name());
        model.set(inspectionKind, false);
        assertThat(InspectKeys.enabledOperations(fixture.settings)).isEmpty();
        assertThat(fixture.log.recent(1).getFirst().action()).isEqualTo("inspect.switched-off");
        assertThat(fixture.log.recent(1).getFirst().operator())
                .contains(fixture.session.operator().orElseThrow().id());
    }

    @Test
    void whoeverMayNotChangeItTurnsNothingAndTheSwitchGoesBack() {
        var model = model(Role.MANAGER, true);
        assertThat(model.mayChange().get()).isFalse();
        model.on(InspectionKind.TEXT).set(true);
        model.set(InspectionKind.TEXT, true);
        assertThat(model.on(InspectionKind.TEXT).get()).isFalse();
        assertThat(model.problem().get()).isNotBlank();
        assertThat(InspectKeys.enabledOperations(fixture.settings)).isEmpty();
        assertThat(fixture.actions()).doesNotContain("inspect.switched-on");
    }

    @Test
    void whoeverMayNotChangeItKeepsNoModelOfTheirOwn() {
        var model = model(Role.MANAGER, true);
        model.model().set(MODEL);
        model.commitModel();
        assertThat(fixture.settings.get(InspectKeys.CUSTOM_MODEL)).isEmpty();
        assertThat(model.problem().get()).isNotBlank();
    }

    @Test
    void aModelOfTheirOwnIsKeptWithoutTheSpacesAroundItAndRemovedAgain() {
        var model = model(Role.ADMINISTRATOR, true);
        model.model().set("  " + MODEL + " ");
        model.commitModel();
        assertThat(fixture.settings.get(InspectKeys.CUSTOM_MODEL)).isEqualTo(MODEL);
        assertThat(model.model().get()).isEqualTo(MODEL);
        model.clearStatus();
        model.commitModel();
        assertThat(model.saved().get()).as("the same again").isFalse();
        model.model().set("");
        model.commitModel();
        assertThat(fixture.settings.get(InspectKeys.CUSTOM_MODEL)).isEmpty();
    }

    @Test
    void whatNamesNoModelIsRefusedAndNotKept() {
        var model = model(Role.ADMINISTRATOR, true);
        model.model().set("arn:aws:s3:::bucket");
        model.commitModel();
        assertThat(model.wrongModel("arn:aws:s3:::bucket")).isPresent();
        assertThat(model.wrongModel(" ")).isEmpty();
        assertThat(model.wrongModel(MODEL + "x".repeat(2_048))).as("too long").isPresent();
        assertThat(fixture.settings.get(InspectKeys.CUSTOM_MODEL)).isEmpty();
        assertThat(model.saved().get()).isFalse();
    }

    @Test
    void whatTheMachineFixesSaysSoAndIsNotTurned() throws Exception {
        var fixed = Files.createDirectory(folder.resolve("fixed"));
        Files.writeString(
                fixed.resolve("machine.json"),
                "{\"%s\": true, \"%s\": \"%s\"}"
                        .formatted(InspectKeys.aws(InspectionKind.TEXT).key(), InspectKeys.CUSTOM_MODEL.key(), MODEL));
        try (var machine = new SetupFixture(fixed)) {
            machine.signIn(Role.ADMINISTRATOR);
            var model = model(machine, true);
            assertThat(model.isFixed(InspectionKind.TEXT)).isTrue();
            assertThat(model.isFixed(InspectionKind.LABELS)).isFalse();
            assertThat(model.isModelFixed()).isTrue();
            assertThat(model.words(InspectionKind.TEXT)).isEqualTo(machine.strings.text("setup.settings.fixed"));
            model.set(InspectionKind.TEXT, false);
            assertThat(model.on(InspectionKind.TEXT).get()).isTrue();
            assertThat(machine.actions()).doesNotContain("inspect.switched-off");
        }
    }
}
