package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.enrol.EnrolKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long each kind of person is kept.
class RetentionModelTest {

    @TempDir
    private Path folder;

    private final List<String> failures = new ArrayList<>();
    private SetupFixture fixture;
    private RetentionModel model;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
        fixture.signIn(Role.ADMINISTRATOR);
        model = new RetentionModel(fixture.settingsFlow, fixture.session, fixture.context());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SettingField<Integer> commit(int field, String typed) {
        var days = model.fields().get(field);
        days.typed().set(typed);
        model.commit(days, failures::add);
        return days;
    }

    @Test
    void eachKindHasItsOwnDays() {
        assertThat(model.fields())
                .extracting(SettingField::key)
                .containsExactly("enrol.keep.visitor", "enrol.keep.employee", "enrol.keep.watch");
        assertThat(model.fields()).extracting(field -> field.typed().get()).containsExactly("7", "365", "30");
    }

    @Test
    void daysAreSavedForThatKindAlone() {
        commit(0, "14");
        assertThat(fixture.settings.get(EnrolKeys.VISITOR_DAYS)).isEqualTo(14);
        assertThat(fixture.settings.get(EnrolKeys.EMPLOYEE_DAYS)).isEqualTo(365);
        assertThat(model.saved().get()).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void noDayAndThreeYearsAreTheEndsOfTheRange() {
        commit(0, "0");
        assertThat(fixture.settings.get(EnrolKeys.VISITOR_DAYS)).isZero();
        commit(0, "1095");
        assertThat(fixture.settings.get(EnrolKeys.VISITOR_DAYS)).isEqualTo(1095);
        assertThat(commit(0, "1096").validate("1096").orElseThrow()).contains("1095");
        assertThat(commit(0, "-1").validate("-1")).isPresent();
        assertThat(fixture.settings.get(EnrolKeys.VISITOR_DAYS)).isEqualTo(1095);
    }

    @Test
    void theSameDaysAreNotSavedAgain() {
        commit(1, " 365 ");
        assertThat(model.saved().get()).isFalse();
    }

    @Test
    void aLookShowsWhatWasChangedElsewhereInsteadOfWhatWasTyped() {
        model.fields().getFirst().typed().set("99");
        fixture.settings.set(EnrolKeys.VISITOR_DAYS, 3);
        model.refresh();
        assertThat(model.fields().getFirst().typed().get()).isEqualTo("3");
    }

    @Test
    void onlyWhoMayChangeSettingsMayType() {
        assertThat(model.mayChange().get()).isTrue();
        fixture.operators.changeRole(fixture.session.operator().orElseThrow().id(), Role.MANAGER);
        model.refresh();
        assertThat(model.mayChange().get()).isFalse();
    }

    @Test
    void nobodyButAnAdministratorSavesDaysAndTheLogSaysWho() {
        commit(0, "14");
        fixture.changeRole(Role.RECEPTION);
        commit(0, "1000");
        assertThat(fixture.settings.get(EnrolKeys.VISITOR_DAYS)).isEqualTo(14);
        assertThat(failures).hasSize(1);
        assertThat(fixture.settingsChanged()).containsExactly("enrol.keep.visitor");
    }
}
