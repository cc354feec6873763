package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.check.CheckKeys;
import io.vestibule.cloud.QualityFilter;
import io.vestibule.enrol.EnrolKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thresholds and limits of photos, as the card saves them.
class MatchingModelTest {

    @TempDir
    private Path folder;

    private final List<String> failures = new ArrayList<>();
    private SetupFixture fixture;
    private MatchingModel model;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
        fixture.signIn(Role.ADMINISTRATOR);
        model = new MatchingModel(fixture.settingsFlow, fixture.session, EnrolKeys.EMBEDDED, fixture.context());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SettingField<?> field(String key) {
        return Stream.concat(model.matching().stream(), model.photos().stream())
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void commit(String key, String typed) {
        field(key).typed().set(typed);
        model.commit(field(key), failures::add);
    }

    @Test
    void theThresholdsAreThoseOfTheEngineInUse() {
        assertThat(model.matching())
                .extracting(SettingField::key)
                .containsExactly(
                        "enrol.associate",
                        "enrol.search",
                        "enrol.duplicate",
                        "enrol.duplicate-in-many",
                        "enrol.false-alarms.search",
                        "enrol.false-alarms.duplicate");
        var aws = new MatchingModel(fixture.settingsFlow, fixture.session, EnrolKeys.AWS, fixture.context());
        assertThat(aws.matching()).extracting(SettingField::key).allMatch(key -> key.startsWith("enrol.aws."));
    }

    @Test
    void aFieldThatIsRightAndWasChangedIsSaved() {
        commit("enrol.associate", "82,5");
        assertThat(fixture.settings.get(EnrolKeys.ASSOCIATE)).isEqualTo(82.5);
        assertThat(model.saved().get()).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void aFieldThatIsWrongOrTheSameIsNotSaved() {
        commit("enrol.associate", "49");
        commit("enrol.search", "80.0");
        assertThat(model.saved().get()).isFalse();
        assertThat(Files.exists(folder.resolve("settings.json"))).isFalse();
    }

    @Test
    void everyWarningIsHeldToItsRefusal() {
        for (var pair : List.of(
                List.of("check.face.refuse", "200", "check.face.warn"),
                List.of("check.sharpness.refuse", "200", "check.sharpness.warn"),
                List.of("check.template.refuse", "9", "check.template.warn"),
                List.of("check.dark.refuse", "240", "check.bright.refuse"))) {
            commit(pair.get(0), pair.get(1));
            var below = String.valueOf(Integer.parseInt(pair.get(1)) - 1);
            assertThat(field(pair.get(2)).validate(below)).as(pair.get(2)).isPresent();
            assertThat(field(pair.get(2)).validate(pair.get(1))).as(pair.get(2)).isEmpty();
        }
        assertThat(fixture.settings.get(CheckKeys.DARK_REFUSE)).isEqualTo(240);
    }

    @Test
    void anotherFilterIsSavedAndTheSameIsNot() {
        model.choose(model.filter().get());
        assertThat(model.saved().get()).isFalse();
        model.choose(QualityFilter.HIGH);
        assertThat(model.filter().get()).isEqualTo(QualityFilter.HIGH);
        assertThat(fixture.settings.get(EnrolKeys.QUALITY_FILTER)).isEqualTo(QualityFilter.HIGH);
        assertThat(model.saved().get()).isTrue();
    }

    @Test
    void whatWasChangedElsewhereIsShownAfterTheNextLook() {
        field("enrol.associate").typed().set("99");
        fixture.settings.set(EnrolKeys.ASSOCIATE, 81.0);
        fixture.settings.set(CheckKeys.FACE_WARN, 150);
        fixture.settings.set(EnrolKeys.QUALITY_FILTER, QualityFilter.LOW);
        fixture.operators.signIn(fixture.operators.list().getLast().id());
        fixture.operators.changeRole(fixture.session.operator().orElseThrow().id(), Role.RECEPTION);
        model.refresh();
        assertThat(field("enrol.associate").typed().get()).isEqualTo("81");
        assertThat(field("check.face.warn").typed().get()).isEqualTo("150");
        assertThat(model.filter().get()).isEqualTo(QualityFilter.LOW);
        assertThat(model.mayChange().get()).isFalse();
    }

    @Test
    void aFilterThatTheMachineFixesIsLocked() throws Exception {
        assertThat(model.isFilterLocked()).isFalse();
        var fixed = Files.createDirectory(folder.resolve("fixed"));
        Files.writeString(fixed.resolve("machine.json"), "{\"enrol.quality-filter\": \"HIGH\"}");
        try (var other = new SetupFixture(fixed)) {
            var locked = new MatchingModel(other.settingsFlow, other.session, EnrolKeys.EMBEDDED, other.context());
            assertThat(locked.isFilterLocked()).isTrue();
            assertThat(locked.filter().get()).isEqualTo(QualityFilter.HIGH);
            locked.choose(QualityFilter.LOW);
            assertThat(locked.problem().get()).as("cannot be kept").isNotBlank();
            assertThat(locked.filter().get()).isEqualTo(QualityFilter.HIGH);
        }
    }

    @Test
    void nobodyButAnAdministratorSavesAThresholdOrAFilter() {
        fixture.changeRole(Role.RECEPTION);
        var before = fixture.actions();
        var filter = model.filter().get();
        commit("enrol.associate", "99");
        model.choose(QualityFilter.HIGH);
        assertThat(failures).hasSize(1);
        assertThat(model.problem().get()).isNotBlank();
        assertThat(fixture.settings.get(EnrolKeys.ASSOCIATE)).isEqualTo(75);
        assertThat(fixture.settings.get(EnrolKeys.QUALITY_FILTER)).isEqualTo(filter);
        assertThat(fixture.actions()).isEqualTo(before);
    }

    @Test
    void aThresholdAndAFilterAreInTheLog() {
        commit("enrol.associate", "60");
        commit("enrol.associate", "60");
        model.choose(QualityFilter.NONE);
        assertThat(fixture.settingsChanged()).containsExactly("enrol.quality-filter", "enrol.associate");
    }
}
