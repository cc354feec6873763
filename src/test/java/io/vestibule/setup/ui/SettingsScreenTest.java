package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Operator;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.check.CheckKeys;
import io.vestibule.check.CheckLimits;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.EnrolSettings;
import io.vestibule.people.Company;
import io.vestibule.people.Site;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Theme;
import io.vestibule.ui.control.LabelledField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsScreenTest extends FxTest {

    @TempDir
    private Path folder;

    private SetupFixture fixture;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("machine.json"), "{\"enrol.search\": 90}");
        fixture = new SetupFixture(folder);
        fixture.flow.createFirst(
                new CompanyFlow.NewCompany("Acme", Optional.of(new CompanyId("acme")), List.of("Main entrance")),
                "Anna");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSecondCompanyIsAddedAndActivated() {
        showSettings();
        fire("#company-open");
        type("#company-name", "Beta");
        type("#company-id", "acme");
        fire("#company-add");
        assertThat(isWrong("#company-id")).as("an id that is taken").isTrue();
        type("#company-id", "beta-1");
        fire("#company-add");
        fire("#activate-beta-1");

        assertThat(fixture.companies.active()).map(Company::name).contains("Beta");
        assertThat(text("#active-company")).isEqualTo("Beta");
        assertThat(fixture.calls).containsExactly("company", "collections", "company");
    }

    @Test
    void sitesAreAddedRenamedAndRemoved() {
        showSettings();
        type("#site-new", "Back door");
        fire("#site-add");
        assertThat(sites()).containsExactly("Back door", "Main entrance");
        type("#site-new", "back DOOR");
        fire("#site-add");
        assertThat(isWrong("#site-new")).as("a name that is taken").isTrue();
        Site back = fixture.companies.sites(new CompanyId("acme")).getFirst();
        fire("#remove-" + back.id());
        assertThat(sites()).containsExactly("Main entrance");
        Site last = fixture.companies.sites(new CompanyId("acme")).getFirst();
        type("#site-" + last.id(), "Lobby");
        enter("#site-" + last.id());
        assertThat(sites()).containsExactly("Lobby");
        fire("#remove-" + last.id());
        assertThat(sites()).containsExactly("Lobby");
        assertThat(isWrong("#site-" + last.id())).as("the last site").isTrue();
    }

    @Test
    void theLastAdministratorKeepsTheRoleAndTheRowSaysWhy() {
        showSettings();
        Operator anna = fixture.session.operator().orElseThrow();
        doOnFx(() -> roleOf(anna).setValue(Role.RECEPTION));

        assertThat(fixture.operators.list()).containsExactly(anna);
        assertThat(roleOf(anna).getValue()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(lookup(".operator-problem").queryLabeled().getText())
                .isEqualTo("At least one administrator is required. Make another operator an administrator first.");
    }

    @Test
    void otherRolesSeeTheSettingsAndCannotChangeThem() {
        showSettings();
        type("#operator-new", "Ben");
        fire("#operator-add");
        Operator ben = fixture.operators.list().stream()
                .filter(one -> one.name().equals("Ben"))
                .findFirst()
                .orElseThrow();
        assertThat(ben.role()).isEqualTo(Role.RECEPTION);
        fire("#sign-in-" + ben.id());

        assertThat(fixture.session.operator()).contains(ben);
        assertThat(lookup("#enrol-associate").queryTextInputControl().isDisabled())
                .isTrue();
        assertThat(lookup("#operator-new").queryTextInputControl().isDisabled()).isTrue();
        assertThat(lookup("#theme-DARK").query().isDisabled()).isFalse();
        assertThat(lookup(".label")
                        .lookup((Label label) ->
                                label.isVisible() && label.getText().equals("Only an administrator can change this."))
                        .queryAll())
                .as("cards that say why not")
                .hasSize(2);
    }

    @Test
    void aThresholdOutOfRangeIsRefusedAtItsField() {
        showSettings();
        type("#enrol-associate", "40");
        enter("#enrol-associate");
        assertThat(isWrong("#enrol-associate")).isTrue();
        assertThat(EnrolKeys.read(fixture.settings))
                .isEqualTo(new EnrolSettings(
                        75, 90, 90, 95, EnrolSettings.EMBEDDED.filter(), EnrolSettings.EMBEDDED.tolerated()));
        type("#enrol-associate", "82.5");
        enter("#enrol-associate");
        assertThat(isWrong("#enrol-associate")).isFalse();
        assertThat(EnrolKeys.read(fixture.settings).associate()).isEqualTo(82.5f);
    }

    @Test
    void aWarningBelowTheRefusalIsRefused() {
        assertThat(CheckKeys.read(fixture.settings)).isEqualTo(CheckLimits.DEFAULT);
        showSettings();
        type("#check-face-warn", "60");
        enter("#check-face-warn");
        assertThat(isWrong("#check-face-warn")).isTrue();
        type("#check-face-warn", "130");
        enter("#check-face-warn");
        assertThat(CheckKeys.read(fixture.settings).size().warnBelow()).isEqualTo(130);
    }

    @Test
    void whatTheMachineFixesIsShownAndCannotBeTyped() {
        showSettings();
        assertThat(text("#enrol-search")).isEqualTo("90");
        assertThat(lookup("#enrol-search").queryTextInputControl().isDisabled()).isTrue();
    }

    @Test
    void theThemeIsSaved() {
        showSettings();
        doOnFx(() -> ((RadioButton) lookup("#theme-DARK").query()).fire());
        assertThat(fixture.settings.get(AppKeys.THEME)).isEqualTo(Theme.Choice.DARK);
    }

    private void showSettings() {
        show(1000, 1000, () -> {
            SettingsView view = new SettingsView(fixture.model(Theme.Choice.LIGHT), List.of());
            view.shown();
            return new StackPane(view.node());
        });
    }

    private List<String> sites() {
        return fixture.companies.sites(new CompanyId("acme")).stream()
                .map(Site::name)
                .toList();
    }

    private ComboBox<Role> roleOf(Operator operator) {
        return lookup("#role-" + operator.id()).queryComboBox();
    }

    private void type(String id, String words) {
        doOnFx(() -> ((TextField) lookup(id).query()).setText(words));
    }

    private void enter(String id) {
        doOnFx(() -> ((TextField) lookup(id).query()).getOnAction().handle(new ActionEvent()));
    }

    private void fire(String id) {
        doOnFx(() -> ((Button) lookup(id).query()).fire());
    }

    private String text(String id) {
        return lookup(id).queryTextInputControl().getText();
    }

    private boolean isWrong(String id) {
        return ((LabelledField<?>) lookup(id).query().getParent()).isWrong();
    }
}
