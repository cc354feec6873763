package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.rules.RuleRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said of the rules of a company that the console is not set to.
class OtherCompaniesNoticeTest extends RulesUi {

    @Test
    void theRulesOfAnotherCompanyAreCountedAndItIsNamed() {
        RuleRecord rule = at.sent("Guests");
        var companies = at.application.storage().people().companies();
        CompanyId beta = new CompanyId("beta-1");
        companies.insert(new Company(beta, "Beta", Optional.empty(), false), List.of(), at.clock.instant());
        companies.activate(beta);
        doOnFx(rules::refresh);
        assertThat(rules.notices().others().get()).isEmpty();
        at.vms()
                .delete(at.vms().rules().stream()
                        .filter(there -> there.content().name().equals("Guests"))
                        .findFirst()
                        .orElseThrow());

        doOnFx(rules::refresh);
        doOnFx(rules::refresh);

        assertThat(rules.attentionCount().get()).isEqualTo(1);
        assertThat(desk.said()).containsExactly("Acme: One rule needs attention.");
        assertThat(listed()).doesNotContain("Guests");
        companies.activate(rule.company());
        doOnFx(rules::refresh);
        assertThat(rules.attentionCount().get()).isEqualTo(1);
        assertThat(rules.notices().others().get()).isEmpty();
    }
}
