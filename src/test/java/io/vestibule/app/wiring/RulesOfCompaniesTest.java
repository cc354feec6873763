package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.CompanyRules;
import io.vestibule.rules.OtherCompaniesFlow;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleState;
import io.vestibule.rules.RuleStep;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.holiday.Holiday;
import io.vestibule.rules.week.DayEffect;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.store.AllCompanies;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two companies whose rules are on one VMS, over HTTP.
class RulesOfCompaniesTest extends RulesFixture {

    private static final CompanyId ACME = new CompanyId("acme-1");
    private static final CompanyId BETA = new CompanyId("beta-1");

    private void activateBeta() {
        var companies = application.storage().people().companies();
        companies.insert(new Company(BETA, "Beta", Optional.empty(), false), List.of(), clock.instant());
        companies.activate(BETA);
    }

    private void activateAcme() {
        application.storage().people().companies().activate(ACME);
    }

    private AlertRule onVms(RuleRecord rule) {
        return entry(rule).remote().orElseThrow();
    }

    @Test
    void aRuleOfAnotherCompanyIsNeitherShownNorTakenOverNorSent() {
        RuleRecord acmes = sent("Ana");
        AlertRule before = onVms(acmes);
        activateBeta();
        RuleRecord betas = sent("Ben");

        var report = rules.drift().reconcile();
        assertThat(report.entries())
                .flatExtracting(entry -> entry.local().stream().toList())
                .extracting(RuleRecord::id)
                .containsExactly(betas.id());
        assertThat(report.entries().stream().map(RuleEntry::remote).flatMap(Optional::stream))
                .noneMatch(before::hasSameContentAs);
        assertThatThrownBy(() -> rules.flow().adopt(before)).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> rules.send().send(acmes.id())).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> rules.send().recreate(acmes.id())).isInstanceOf(RuleException.class);

        activateAcme();
        assertThat(onVms(acmes).hasSameContentAs(before)).isTrue();
        assertThat(onVms(acmes).knownPeople().orElseThrow().collection()).isEqualTo(TestApplication.COLLECTION);
    }

    @Test
    void rulesFollowAPersonOfTheirCompanyWhileAnotherIsActive() {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord rule = rules.flow().duplicate(both(ada, bea), "Both");
        rules.send().send(rule.id());
        AlertRule elsewhere = vms().create(
                        sentContent("Elsewhere")
                                .withMeta(new RuleMeta.KnownPeople(TestApplication.COLLECTION, List.of(id(ada), "x"))),
                        vms().ruleIds())
                .rule();
        rules.cascade()
                .changeWithCascade(
                        ada.id(),
                        Optional.empty(),
                        () -> application.enrol().commands().remove(ada.id()));
        activateBeta();
        clock.move(Duration.ofMinutes(1));
        TestApplication.await(application, () -> {
            application.enrol().runner().wake();
            return application.storage().journalOfAll().openSteps(100).stream().noneMatch(RuleStep.FOLLOW_PERSON::is);
        });

        assertThat(vms().rule(elsewhere.id()).knownPeople().orElseThrow().userIds())
                .containsExactly("x");
        activateAcme();
        assertThat(onVms(rule).knownPeople().orElseThrow().userIds()).containsExactly(id(bea));
    }

    /// Its rules raise alerts as before, so its holidays, its people and other hands concern it.
    @Test
    void theRulesOfACompanyAreWatchedWhileAnotherIsActive() {
        application.storage().settings().set(RuleKeys.ZONE, "Europe/Berlin");
        active("Ada");
        RuleRecord group = rules.flow()
                .duplicate(
                        draft(active("Ben"))
                                .withPeople(PeopleChoice.NOBODY.with(
                                        new PeopleQuery(Optional.of(PersonKind.EMPLOYEE), Optional.empty())))
                                .withAutoUpdate(true),
                        "Group");
        rules.send().send(group.id());
        RuleRecord changed = sent("Changed");
        RuleRecord deleted = sent("Deleted");
        AlertRule theirs = onVms(changed);
        rules.holidays()
                .save(new Holiday(
                        UUID.randomUUID(),
                        ACME,
                        "Saturday",
                        LocalDate.of(2026, 3, 20),
                        LocalDate.of(2026, 3, 20),
                        DayEffect.SILENCED,
                        Optional.empty()));
        Person joined = active("Cem");
        rules.flow().delete(deleted.id());
        activateBeta();
        vms().update(theirs, theirs.content().withName("Not ours"));
        clock.move(Duration.ofMinutes(1));

        List<CompanyRules> others = watch();

        assertThat(others).singleElement().satisfies(acme -> {
            assertThat(acme.name()).isEqualTo("Acme");
            assertThat(acme.autoUpdated()).isEqualTo(1);
            assertThat(acme.attention()).isEqualTo(1);
            assertThat(acme.failed()).isFalse();
        });
        assertThat(watch()).extracting(CompanyRules::autoUpdated).containsExactly(0);
        activateAcme();
        assertThat(watch()).isEmpty();
        assertThat(vms().rules()).noneMatch(rule -> rule.content().name().equals("Deleted"));
        AlertRule sent = onVms(group);
        assertThat(sent.knownPeople().orElseThrow().userIds()).contains(id(joined));
        assertThat(sent.content().schedule().days().get(DayOfWeek.FRIDAY)).isEmpty();
        assertThat(sent.content().schedule().days().get(DayOfWeek.MONDAY)).isNotEmpty();
        assertThat(entry(changed).state()).isEqualTo(RuleState.CHANGED_THERE);
    }

    /// A rule that waits on another VMS for people who left follows also if its company is not active then.
    @Test
    void peopleWhoLeftAreTakenOutOfTheRulesOfAVmsThatIsInUseAgain(@TempDir Path elsewhere) {
        Person ada = active("Ada");
        Person bea = active("Bea");
        RuleRecord rule = rules.flow().duplicate(both(ada, bea), "Both");
        rules.send().send(rule.id());
        try (SecondVms other = new SecondVms(elsewhere)) {
            other.use(application);
            rules.cascade()
                    .changeWithCascade(
                            ada.id(),
                            Optional.empty(),
                            () -> application.enrol().commands().remove(ada.id()));
            clock.move(Duration.ofMinutes(1));
            cascaded();
            activateBeta();
            SecondVms.leave(application);
        }

        watch();
        TestApplication.await(application, () -> {
            application.enrol().runner().wake();
            return application.storage().journalOfAll().openSteps(100).stream().noneMatch(RuleStep.FOLLOW_PERSON::is);
        });

        activateAcme();
        assertThat(onVms(rule).knownPeople().orElseThrow().userIds()).containsExactly(id(bea));
    }

    @Test
    void aCompanyThatCannotBeComparedDoesNotKeepTheOthersFromIt() {
        sent("Ana");
        activateBeta();
        sent("Ben");
        application
                .storage()
                .people()
                .companies()
                .insert(
                        new Company(new CompanyId("gamma-1"), "Gamma", Optional.empty(), false),
                        List.of(),
                        clock.instant());
        application.storage().people().companies().activate(new CompanyId("gamma-1"));
        var flow = new OtherCompaniesFlow(
                application.storage().people().companies(),
                new RuleStore(AllCompanies.of(application.storage().database())),
                company -> {
                    if (company.equals(ACME)) {
                        throw new IllegalStateException("no collection");
                    }
                    return rules.drift();
                });

        assertThat(flow.reconcile(rules.drift().reconcile().snapshot().orElseThrow()))
                .extracting(CompanyRules::name, CompanyRules::failed)
                .containsExactlyInAnyOrder(tuple("Acme", true), tuple("Beta", false));
    }

    private List<CompanyRules> watch() {
        return rules.otherCompanies()
                .reconcile(rules.drift().reconcile().snapshot().orElseThrow());
    }

    private io.vestibule.rules.RuleDraft both(Person one, Person other) {
        var draft = draft(one);
        return draft.withPeople(draft.people().with(id(other)));
    }

    private static String id(Person person) {
        return person.externalId();
    }
}
