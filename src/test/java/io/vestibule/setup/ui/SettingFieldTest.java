package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.check.CheckKeys;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import io.vestibule.ui.Strings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A number of the settings as it is typed.
class SettingFieldTest {

    @TempDir
    private Path folder;

    private final Strings strings = Strings.strict("app", "setup", "audit", "settings", "ui");
    private SetupFixture fixture;
    private Settings settings;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("machine.json"), "{\"enrol.search\": 90}");
        fixture = new SetupFixture(folder);
        fixture.signIn(Role.ADMINISTRATOR);
        settings = fixture.settings;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SettingField<Double> similarity(Setting<Double> setting, Strings words) {
        return new SettingField<>(
                fixture.settingsFlow,
                words,
                setting,
                new SettingField.Range<>("Match", "From there on", 50, 100, value -> value));
    }

    private SettingField<Double> similarity() {
        return similarity(EnrolKeys.ASSOCIATE, strings);
    }

    private SettingField<Integer> pixels(Setting<Integer> setting) {
        return new SettingField<>(
                fixture.settingsFlow, strings, setting, new SettingField.Range<>("Face", "", 40, 1_000, value ->
                        (int) Math.round(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "100", " 75.5 ", "75,5"})
    void aNumberOfTheRangeIsRightWithPointOrComma(String text) {
        assertThat(similarity().validate(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "49.9", "100.1", "-75", "many", "75.5.5", "NaN", "Infinity", "1e400"})
    void whatIsNoNumberOfTheRangeIsRefusedWithTheRange(String text) {
        assertThat(similarity().validate(text).orElseThrow()).contains("50").contains("100");
    }

    @Test
    void theUnitIsPartOfTheWords() {
        assertThat(similarity().label()).isEqualTo("Match (%)");
        assertThat(pixels(CheckKeys.FACE_REFUSE).label()).isEqualTo("Face (px)");
        assertThat(new SettingField<>(
                                fixture.settingsFlow,
                                strings,
                                EnrolKeys.VISITOR_DAYS,
                                new SettingField.Range<>("Days", "", 0, 9, value -> (int) value))
                        .label())
                .isEqualTo("Days");
    }

    @Test
    void whatTheMachineFixesSaysSoInsteadOfTheHint() {
        var fixed = similarity(EnrolKeys.SEARCH, strings);
        assertThat(fixed.isLocked()).isTrue();
        assertThat(fixed.hint()).isEqualTo(strings.text("setup.settings.fixed"));
        assertThat(fixed.typed().get()).isEqualTo("90");
        assertThat(similarity().isLocked()).isFalse();
        assertThat(similarity().hint()).isEqualTo("From there on");
        assertThat(fixed.key()).isEqualTo("enrol.search");
    }

    @Test
    void onlyAnotherNumberIsAChange() {
        var field = similarity();
        assertThat(field.isChanged()).isFalse();
        field.typed().set(" 75,0 ");
        assertThat(field.isChanged()).as("the same number").isFalse();
        field.typed().set("nonsense");
        assertThat(field.isChanged()).isFalse();
        field.typed().set("76");
        assertThat(field.isChanged()).isTrue();
    }

    @Test
    void whatWasTypedIsKeptOnlyOnceItIsSaved() {
        var field = similarity();
        field.typed().set("80");
        assertThat(settings.get(EnrolKeys.ASSOCIATE)).isEqualTo(75);
        field.save("nonsense");
        assertThat(settings.get(EnrolKeys.ASSOCIATE)).isEqualTo(75);
        field.save("80,5");
        assertThat(settings.get(EnrolKeys.ASSOCIATE)).isEqualTo(80.5);
        field.refresh();
        assertThat(field.typed().get()).isEqualTo("80.5");
    }

    @Test
    void aNumberWithManyDigitsIsShownInFullSoThatAnUntouchedFieldIsNoChange() {
        settings.set(CheckKeys.TEMPLATE_REFUSE, 2.5125);
        var field = new SettingField<>(
                fixture.settingsFlow,
                strings,
                CheckKeys.TEMPLATE_REFUSE,
                new SettingField.Range<>("Template", "", 0, 10, value -> value));
        assertThat(field.isChanged()).isFalse();
        settings.set(CheckKeys.TEMPLATE_REFUSE, 2.0 / 3);
        field.refresh();
        assertThat(field.isChanged()).isFalse();
        settings.set(CheckKeys.TEMPLATE_REFUSE, 1e-12);
        field.refresh();
        assertThat(field.isChanged()).isFalse();
    }

    @Test
    void aGermanNumberIsShownWithItsComma() {
        settings.set(EnrolKeys.ASSOCIATE, 80.5);
        var field = similarity(EnrolKeys.ASSOCIATE, Strings.load(Locale.GERMAN, List.of("app", "setup", "ui")));
        assertThat(field.typed().get()).isEqualTo("80,5");
        assertThat(field.isChanged()).isFalse();
    }

    @Test
    void aWholeNumberIsRoundedAndShownWithoutGrouping() {
        var field = pixels(CheckKeys.FACE_REFUSE);
        field.save("1000");
        field.refresh();
        assertThat(field.typed().get()).isEqualTo("1000");
        field.save("99.6");
        assertThat(settings.get(CheckKeys.FACE_REFUSE)).isEqualTo(100);
    }

    @Test
    void aWarningIsNotBelowTheRefusalThatIsSetNow() {
        var refusal = pixels(CheckKeys.FACE_REFUSE);
        var warning = pixels(CheckKeys.FACE_WARN).notBelow(refusal);
        assertThat(warning.validate("69").orElseThrow()).contains("70");
        assertThat(warning.validate("70")).isEmpty();
        refusal.typed().set("90");
        assertThat(warning.validate("70")).as("not saved yet").isEmpty();
        refusal.save("90");
        assertThat(warning.validate("89").orElseThrow()).contains("90");
        assertThat(warning.validate("90")).isEmpty();
    }
}
