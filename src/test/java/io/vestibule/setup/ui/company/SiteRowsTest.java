package io.vestibule.setup.ui.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.people.Site;
import io.vestibule.setup.ui.SetupFixture;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.control.LabelledField;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sites renamed in place, removed and added, by keyboard and mouse.
class SiteRowsTest extends FxTest {

    @TempDir
    private Path folder;

    private SetupFixture fixture;

    @SuppressWarnings("NullAway.Init") // set when it is shown
    private CompanyModel model;

    @BeforeEach
    void open() {
        fixture = new SetupFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void rows(Role role) {
        fixture.signIn(role);
        show(600, 400, () -> {
            model = new CompanyModel(fixture.flow, fixture.session, fixture.context());
            SiteRows rows = new SiteRows(model);
            model.refresh();
            return new StackPane(rows);
        });
    }

    private List<String> sites() {
        return fixture.companies.sites(new CompanyId("acme")).stream()
                .map(Site::name)
                .toList();
    }

    private static String id(Site site) {
        return "#site-" + site.id();
    }

    private TextField field(String id) {
        return lookup(id).queryAs(TextField.class);
    }

    private boolean wrong(String id) {
        return ((LabelledField<?>) lookup(id).query().getParent()).isWrong();
    }

    private void retype(String id, String text) {
        doOnFx(() -> {
            field(id).requestFocus();
            field(id).selectAll();
        });
        if (text.isEmpty()) {
            push(KeyCode.DELETE);
        } else {
            write(text);
        }
    }

    @Test
    void enterRenamesASiteInPlace() {
        rows(Role.ADMINISTRATOR);
        var site = model.sites().getFirst();
        retype(id(site), "Lobby");
        push(KeyCode.ENTER);
        assertThat(sites()).containsExactly("Lobby");
        assertThat(focused().getId()).as("the same field, built anew").isEqualTo("site-" + site.id());
    }

    @Test
    void leavingTheFieldRenamesTheSite() {
        rows(Role.ADMINISTRATOR);
        retype(id(model.sites().getFirst()), "Lobby");
        push(KeyCode.TAB);
        assertThat(sites()).containsExactly("Lobby");
    }

    @Test
    void anEmptyNameIsRefusedAtItsFieldAndNotKept() {
        rows(Role.ADMINISTRATOR);
        var site = model.sites().getFirst();
        retype(id(site), "");
        push(KeyCode.ENTER);
        assertThat(wrong(id(site))).isTrue();
        assertThat(sites()).containsExactly("Main entrance");
    }

    @Test
    void aNameThatIsTakenIsRefusedAtTheFieldThatWasTyped() {
        rows(Role.ADMINISTRATOR);
        retype("#site-new", "Gate");
        push(KeyCode.ENTER);
        var entrance = model.sites().getLast();
        retype(id(entrance), "gate");
        push(KeyCode.ENTER);
        assertThat(wrong(id(entrance))).isTrue();
        assertThat(wrong(id(model.sites().getFirst()))).isFalse();
        assertThat(sites()).containsExactly("Gate", "Main entrance");
    }

    @Test
    void enterInTheLastFieldAddsASiteAndClearsIt() {
        rows(Role.ADMINISTRATOR);
        retype("#site-new", "Gate");
        push(KeyCode.ENTER);
        assertThat(sites()).containsExactly("Gate", "Main entrance");
        assertThat(field("#site-new").getText()).isEmpty();
        assertThat(wrong("#site-new")).isFalse();
    }

    @Test
    void addingWithoutANameKeepsTheFocusInTheFieldAndSaysWhy() {
        rows(Role.ADMINISTRATOR);
        clickOn("#site-add");
        assertThat(wrong("#site-new")).isTrue();
        assertThat(focused()).isSameAs(field("#site-new"));
        assertThat(sites()).hasSize(1);
    }

    @Test
    void aSiteThatIsRemovedLeavesTheFocusInTheRows() {
        rows(Role.ADMINISTRATOR);
        retype("#site-new", "Gate");
        push(KeyCode.ENTER);
        var gate = model.sites().getFirst();
        clickOn("#remove-" + gate.id());
        assertThat(sites()).containsExactly("Main entrance");
        Node focused = focused();
        assertThat(focused.getId()).isEqualTo("site-" + model.sites().getFirst().id());
    }

    @Test
    void theLastSiteStaysAndItsFieldSaysWhy() {
        rows(Role.ADMINISTRATOR);
        var last = model.sites().getFirst();
        clickOn("#remove-" + last.id());
        assertThat(sites()).hasSize(1);
        assertThat(wrong(id(last))).isTrue();
    }

    @Test
    void aSiteThatARuleLooksForStaysAndTheRuleIsNamed() {
        rows(Role.ADMINISTRATOR);
        retype("#site-new", "Gate");
        push(KeyCode.ENTER);
        var gate = model.sites().getFirst();
        fixture.addRule("Nights", gate);
        clickOn("#remove-" + gate.id());
        assertThat(sites()).containsExactly("Gate", "Main entrance");
        assertThat(wrong(id(gate))).isTrue();
        assertThat(lookup(".labelled-field").queryAll().stream()
                        .flatMap(field -> field.lookupAll(".field-line").stream())
                        .map(line -> ((javafx.scene.control.Label) line).getText()))
                .anyMatch(text -> text != null && text.contains("Nights"));
    }

    @Test
    void receptionSeesTheSitesAndCannotTouchThem() {
        rows(Role.RECEPTION);
        var site = model.sites().getFirst();
        assertThat(field(id(site)).getText()).isEqualTo("Main entrance");
        assertThat(field(id(site)).isDisabled()).isTrue();
        assertThat(field("#site-new").isDisabled()).isTrue();
        assertThat(lookup("#remove-" + site.id()).queryAs(Button.class).isDisabled())
                .isTrue();
        assertThat(lookup("#site-add").queryAs(Button.class).isDisabled()).isTrue();
    }
}
