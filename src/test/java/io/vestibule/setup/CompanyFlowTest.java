package io.vestibule.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditEntry;
import io.vestibule.audit.AuditException;
import io.vestibule.audit.AuditFailure;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Role;
import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import io.vestibule.people.Company;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.PersonStore;
import io.vestibule.people.Site;
import io.vestibule.setup.ui.SetupFixture;
import io.vestibule.store.AllCompanies;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Companies and sites: who may change them, what is refused, and what is in the log of it.
class CompanyFlowTest {

    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyFlow.NewCompany BETA =
            new CompanyFlow.NewCompany("Beta", Optional.of(new CompanyId("beta")), List.of("Dock"));

    /// Everything that changes something, by its entry in the log.
    private static final Map<String, Consumer<SetupFixture>> CHANGES = Map.of(
            "company.added", fixture -> fixture.flow.add(BETA),
            "company.renamed", fixture -> fixture.flow.rename(ACME, "Acme Ltd"),
            "company.activated", fixture -> fixture.flow.activate(ACME),
            "site.added", fixture -> fixture.flow.addSite(ACME, "Lobby"),
            "site.renamed", fixture -> fixture.flow.rename(site(fixture, "Gate"), "Door"),
            "site.removed", fixture -> fixture.flow.remove(site(fixture, "Gate")));

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

    static Stream<String> changes() {
        return CHANGES.keySet().stream().sorted();
    }

    private static Consumer<SetupFixture> change(String action) {
        return Objects.requireNonNull(CHANGES.get(action));
    }

    private static Site site(SetupFixture fixture, String name) {
        return fixture.companies.sites(ACME).stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> sites() {
        return fixture.companies.sites(ACME).stream().map(Site::name).toList();
    }

    /// A company with the sites "Gate" and "Main entrance", and somebody of that role at the desk.
    private void signIn(Role role) {
        fixture.signIn(role);
        fixture.companies.insert(new Site(SiteId.mint(), ACME, "Gate"));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(SetupException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aManagerMayNotChangeThemAndTheLogHasNothingOfIt(String action) {
        signIn(Role.MANAGER);
        var before = fixture.companies.all();
        var actions = fixture.actions();
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> change(action).accept(fixture))
                .satisfies(e ->
                        assertThat(e.failure()).isEqualTo(new AuditFailure.NotAllowed(Permission.MANAGE_SETTINGS)));
        assertThat(fixture.companies.all()).isEqualTo(before);
        assertThat(sites()).containsExactly("Gate", "Main entrance");
        assertThat(fixture.actions()).isEqualTo(actions);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anAdministratorChangesThemAndTheLogSaysSo(String action) {
        signIn(Role.ADMINISTRATOR);
        var gate = site(fixture, "Gate").id().toString();
        change(action).accept(fixture);
        var entry = fixture.log.recent(1).getFirst();
        assertThat(entry.action()).isEqualTo(action);
        assertThat(entry.operator()).isEqualTo(fixture.session.operator().map(Operator::id));
        var subject = switch (action) {
            case "company.added" -> "beta";
            case "company.renamed", "company.activated" -> "acme";
            case "site.added" -> site(fixture, "Lobby").id().toString();
            default -> gate;
        };
        assertThat(entry.subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothingIsChangedIfTheLogCannotSaySo(String action) {
        signIn(Role.ADMINISTRATOR);
        var before = fixture.companies.all();
        fixture.database.with(handle -> handle.execute("drop table audit_entry"));
        assertThatThrownBy(() -> change(action).accept(fixture)).isInstanceOf(RuntimeException.class);
        assertThat(fixture.companies.all()).isEqualTo(before);
        assertThat(sites()).containsExactly("Gate", "Main entrance");
    }

    @Test
    void itIsTheFirstRunUntilThereIsACompanyAndAnOperator() {
        assertThat(fixture.flow.isFirstRun()).isTrue();
        fixture.companies.insert(new Company(ACME, "Acme", Optional.empty(), true), Instant.now());
        assertThat(fixture.flow.isFirstRun()).isTrue();
        fixture.operators.addFirst("Anna");
        assertThat(fixture.flow.isFirstRun()).isFalse();
    }

    @Test
    void theFirstRunLeavesAloneWhatIsThereAlready() {
        fixture.companies.insert(new Company(ACME, "Acme", Optional.empty(), true), Instant.now());
        fixture.flow.createFirst(BETA, "Anna");
        fixture.flow.createFirst(BETA, "Ben");
        assertThat(fixture.flow.all()).extracting(Company::name).containsExactly("Acme");
        assertThat(fixture.operators.list()).extracting(Operator::name).containsExactly("Anna");
    }

    @Test
    void theFirstRunLeavesNoCompanyWithoutAnOperator() {
        assertThatThrownBy(() -> fixture.flow.createFirst(BETA, "  ")).isInstanceOf(AuditException.class);
        assertThat(fixture.flow.all()).isEmpty();
    }

    @Test
    void theFirstCompanyIsActiveAndAnotherOneWaits() {
        signIn(Role.ADMINISTRATOR);
        assertThat(fixture.flow.add(BETA).active()).isFalse();
        assertThat(fixture.flow.active().map(Company::id)).contains(ACME);
        fixture.database.with(handle -> handle.execute("update company set active = false"));
        var third = fixture.flow.add(new CompanyFlow.NewCompany("Gamma", Optional.empty(), List.of("Dock")));
        assertThat(third.active()).as("nobody else is").isTrue();
        assertThat(third.id().value()).hasSize(36);
    }

    @Test
    void anIdOfACompanyThatIsTakenIsRefused() {
        signIn(Role.ADMINISTRATOR);
        assertRefused(
                "setup.company-id-taken",
                () -> fixture.flow.add(new CompanyFlow.NewCompany("Twin", Optional.of(ACME), List.of("Dock"))));
        assertThat(fixture.flow.all()).hasSize(1);
    }

    @Test
    void namesAreKeptWithoutTheSpacesAroundThem() {
        signIn(Role.ADMINISTRATOR);
        fixture.flow.rename(ACME, "  Acme Ltd ");
        fixture.flow.addSite(ACME, " Lobby ");
        fixture.flow.rename(site(fixture, "Gate"), " Door ");
        assertThat(fixture.flow.active().map(Company::name)).contains("Acme Ltd");
        assertThat(sites()).containsExactly("Door", "Lobby", "Main entrance");
    }

    @Test
    void aNameOfASiteThatIsTakenIsRefusedWhateverItsCase() {
        signIn(Role.ADMINISTRATOR);
        assertRefused("setup.site-name-taken", () -> fixture.flow.addSite(ACME, " gATE "));
        assertRefused("setup.site-name-taken", () -> fixture.flow.rename(site(fixture, "Main entrance"), "gate"));
        fixture.flow.rename(site(fixture, "Gate"), "GATE");
        assertThat(sites()).as("its own name in another case").containsExactly("GATE", "Main entrance");
    }

    @Test
    void theNameOfASiteMayBeThatOfAnotherCompany() {
        signIn(Role.ADMINISTRATOR);
        fixture.flow.add(BETA);
        fixture.flow.addSite(ACME, "Dock");
        assertThat(sites()).contains("Dock");
    }

    @Test
    void theLastSiteIsNotRemoved() {
        signIn(Role.ADMINISTRATOR);
        fixture.flow.remove(site(fixture, "Gate"));
        assertRefused("setup.last-site", () -> fixture.flow.remove(site(fixture, "Main entrance")));
        assertThat(sites()).containsExactly("Main entrance");
    }

    @Test
    void aSiteWithPeopleIsNotRemoved() {
        signIn(Role.ADMINISTRATOR);
        new PersonStore(AllCompanies.of(fixture.database))
                .insert(new Person(
                        PersonId.mint(),
                        ACME,
                        UUID.randomUUID(),
                        PersonKind.VISITOR,
                        "Ana",
                        Contact.NONE,
                        Set.of(site(fixture, "Gate").id()),
                        "",
                        Optional.empty(),
                        Instant.now(),
                        Optional.empty(),
                        false));
        assertRefused("setup.site-in-use", () -> fixture.flow.remove(site(fixture, "Gate")));
        assertThat(fixture.log.recent(1)).extracting(AuditEntry::action).doesNotContain("site.removed");
        assertThat(sites()).contains("Gate");
    }

    @Test
    void aSiteThatARuleLooksForIsNotRemovedAndTheRuleIsNamed() {
        signIn(Role.ADMINISTRATOR);
        fixture.addRule("Nights", site(fixture, "Gate"));
        assertRefused("setup.site-in-rules", () -> fixture.flow.remove(site(fixture, "Gate")));
        assertThat(fixture.log.recent(1)).extracting(AuditEntry::action).doesNotContain("site.removed");
        assertThat(sites()).contains("Gate");
    }

    @Test
    void whatDoesNotExistIsRefusedAndTheLogHasNothingOfIt() {
        signIn(Role.ADMINISTRATOR);
        var actions = fixture.actions();
        var company = new CompanyId("nobody");
        var site = new Site(SiteId.mint(), ACME, "Nowhere");
        assertRefused("setup.not-found", () -> fixture.flow.activate(company));
        assertRefused("setup.not-found", () -> fixture.flow.rename(company, "Somebody"));
        assertRefused("setup.not-found", () -> fixture.flow.addSite(company, "Gate"));
        assertRefused("setup.not-found", () -> fixture.flow.rename(site, "Somewhere"));
        assertRefused("setup.not-found", () -> fixture.flow.remove(site));
        assertThat(fixture.flow.active().orElseThrow().id()).isEqualTo(ACME);
        assertThat(fixture.actions()).isEqualTo(actions);
    }
}
