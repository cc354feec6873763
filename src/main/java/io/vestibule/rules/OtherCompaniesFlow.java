package io.vestibule.rules;

import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does for the companies that the console is not set to what [DriftFlow] does for the one that it is set to: their
/// rules are on the same VMS and raise alerts, so holidays, clock changes, people who come and go, and other hands
/// concern them as well.
public final class OtherCompaniesFlow {

    private static final Logger LOG = LoggerFactory.getLogger(OtherCompaniesFlow.class);

    private final CompanyStore companies;
    private final RuleStore rules;
    private final Function<CompanyId, DriftFlow> drift;
    private final Map<CompanyId, DriftFlow> flows = new ConcurrentHashMap<>();

    /// @param rules of all companies
    /// @param drift for the rules of one company, whichever the console is set to
    public OtherCompaniesFlow(CompanyStore companies, RuleStore rules, Function<CompanyId, DriftFlow> drift) {
        this.companies = companies;
        this.rules = rules;
        this.drift = drift;
    }

    /// Blocks for the network where something is to be changed. A company whose rules cannot be compared does not
    /// keep the others from it.
    ///
    /// @param seen the VMS in use, as it was just read
    /// @return the companies that have rules, by name
    public List<CompanyRules> reconcile(VmsSnapshot seen) {
        List<CompanyRules> found = new ArrayList<>();
        for (Company company : companies.all()) {
            if (!company.active() && !rules.all(company.id()).isEmpty()) {
                found.add(reconcile(company, seen));
            }
        }
        return found;
    }

    private CompanyRules reconcile(Company company, VmsSnapshot seen) {
        try {
            DriftReport report = flows.computeIfAbsent(company.id(), drift).reconcile(seen);
            return new CompanyRules(
                    company.name(),
                    report.attentionCount(),
                    report.autoUpdated(),
                    report.offline().isPresent());
        } catch (RuntimeException e) {
            // A collection that cannot be created, for example.
            LOG.warn(
                    "The rules of company {} were not compared: {}",
                    company.id(),
                    e.getClass().getSimpleName());
            return new CompanyRules(company.name(), 0, 0, true);
        }
    }
}
