package io.vestibule.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.Person;
import io.vestibule.rules.RuleEntry;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.RuleStep;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleMeta;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    private io.vestibule.rules.RuleDraft both(Person one, Person other) {
        var draft = draft(one);
        return draft.withPeople(draft.people().with(id(other)));
    }

    private static String id(Person person) {
        return person.externalId().toString();
    }
}
