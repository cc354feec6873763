package io.vestibule.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.people.Site;
import io.vestibule.setup.ui.company.CompanyModel;
import io.vestibule.store.AllCompanies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the card of the company shows, and what it does when a change is refused.
class CompanyModelTest {

    private static final CompanyId ACME = new CompanyId("acme");

    @TempDir
    private Path folder;

    private final List<String> failures = new ArrayList<>();
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

    private void signIn(Role role) {
        fixture.signIn(role);
        model = new CompanyModel(fixture.flow, fixture.session, fixture.context());
        model.refresh();
    }

    private void type(String name, String id, String sites) {
        model.adding().set(true);
        model.form().name().set(name);
        model.form().id().set(id);
        model.form().sites().set(sites);
    }

    @Test
    void whatIsThereIsShownOnceItIsRead() {
        signIn(Role.ADMINISTRATOR);
        assertThat(model.companies()).extracting(Company::name).containsExactly("Acme");
        assertThat(model.active().get().map(Company::id)).contains(ACME);
        assertThat(model.sites()).extracting(Site::name).containsExactly("Main entrance");
        assertThat(model.mayChange().get()).isTrue();
        assertThat(model.saved().get()).isFalse();
    }

    @Test
    void withoutACompanyThereIsNothingToChange() {
        model = new CompanyModel(fixture.flow, fixture.session, fixture.context());
        model.refresh();
        model.rename("Beta", failures::add);
        model.addSite("Gate", failures::add);
        assertThat(model.active().get()).isEmpty();
        assertThat(model.sites()).isEmpty();
        assertThat(model.mayChange().get()).isFalse();
        assertThat(failures).isEmpty();
        assertThat(fixture.calls).isEmpty();
    }

    @Test
    void aCompanyThatWasAddedClosesTheFormAndGetsItsCollection() {
        signIn(Role.ADMINISTRATOR);
        type("Beta", "beta", "Dock, Yard");
        model.add(failures::add);
        assertThat(failures).isEmpty();
        assertThat(model.companies()).extracting(Company::name).containsExactly("Acme", "Beta");
        assertThat(model.adding().get()).isFalse();
        assertThat(model.form().name().get()).isEmpty();
        assertThat(model.saved().get()).isTrue();
        assertThat(new CompanyStore(AllCompanies.of(fixture.database)).sites(new CompanyId("beta")))
                .extracting(Site::name)
                .containsExactly("Dock", "Yard");
        assertThat(fixture.calls).containsExactly("company", "collections");
    }

    @Test
    void aCompanyThatWasRefusedLeavesTheFormAsItIs() {
        signIn(Role.ADMINISTRATOR);
        type("Twin", "acme", "Dock");
        model.add(failures::add);
        assertThat(failures).singleElement().asString().isNotBlank();
        assertThat(model.adding().get()).isTrue();
        assertThat(model.form().name().get()).isEqualTo("Twin");
        assertThat(model.saved().get()).isFalse();
        assertThat(model.companies()).hasSize(1);
        assertThat(fixture.calls).isEmpty();
    }

    @Test
    void aCollectionThatCannotBeMadeIsToldAndTheCompanyStays() {
        fixture.signIn(Role.ADMINISTRATOR);
        var context = new SetupContext(
                fixture.strings,
                fixture.taskRunner,
                () -> {
                    throw new IllegalStateException("no service");
                },
                () -> {},
                () -> {});
        model = new CompanyModel(fixture.flow, fixture.session, context);
        model.refresh();
        type("Beta", "beta", "Dock");
        model.add(failures::add);
        assertThat(failures).isEmpty();
        assertThat(model.problem().get()).isNotBlank();
        assertThat(model.companies()).hasSize(2);
    }

    @Test
    void aNameThatIsTheSameIsNotSavedAgain() {
        signIn(Role.ADMINISTRATOR);
        var before = fixture.actions();
        model.rename(" Acme ", failures::add);
        model.rename(model.sites().getFirst(), " Main entrance ", failures::add);
        assertThat(fixture.actions()).isEqualTo(before);
        assertThat(fixture.calls).isEmpty();
    }

    @Test
    void aChangeIsShownAtOnceAndTellsTheProgram() {
        signIn(Role.ADMINISTRATOR);
        model.rename("Acme Ltd", failures::add);
        assertThat(model.active().get().map(Company::name)).contains("Acme Ltd");
        model.addSite("Gate", failures::add);
        model.rename(model.sites().getLast(), "Lobby", failures::add);
        assertThat(model.sites()).extracting(Site::name).containsExactly("Gate", "Lobby");
        model.remove(model.sites().getFirst(), failures::add);
        assertThat(model.sites()).extracting(Site::name).containsExactly("Lobby");
        assertThat(fixture.calls).hasSize(4).containsOnly("company");
        assertThat(failures).isEmpty();
    }

    @Test
    void anotherCompanyThatIsMadeActiveBringsItsSites() {
        signIn(Role.ADMINISTRATOR);
        type("Beta", "beta", "Dock");
        model.add(failures::add);
        model.activate(new CompanyId("beta"));
        assertThat(model.active().get().map(Company::name)).contains("Beta");
        assertThat(model.sites()).extracting(Site::name).containsExactly("Dock");
    }

    @Test
    void whoMayNotChangeItIsToldSoAndNothingIsChanged() {
        signIn(Role.MANAGER);
        assertThat(model.mayChange().get()).isFalse();
        model.rename("Beta", failures::add);
        model.activate(ACME);
        assertThat(failures).singleElement().asString().isNotBlank();
        assertThat(model.problem().get()).isEqualTo(failures.getFirst());
        assertThat(fixture.flow.active().map(Company::name)).contains("Acme");
        assertThat(fixture.calls).isEmpty();
    }

    @Test
    void leavingTheScreenForgetsHowTheLastChangeWent() {
        signIn(Role.ADMINISTRATOR);
        model.rename("Acme Ltd", failures::add);
        assertThat(model.saved().get()).isTrue();
        model.problem().set("something");
        model.clearStatus();
        assertThat(model.saved().get()).isFalse();
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void theIdIsMintedWhereNoneIsTyped() {
        signIn(Role.ADMINISTRATOR);
        type("Beta", "", "Dock");
        assertThat(model.form().company().id()).isEqualTo(Optional.empty());
        model.add(failures::add);
        assertThat(model.companies()).hasSize(2);
    }
}
