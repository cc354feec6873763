package io.vestibule.setup;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.people.Site;
import io.vestibule.rules.RuleStore;
import io.vestibule.store.CompanyScope;
import io.vestibule.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Creates and changes companies and their sites. Each change is one transaction with its audit entry.
///
/// All but [#createFirst] and the queries need [Permission#MANAGE_SETTINGS] and throw `AuditException` without it.
public final class CompanyFlow {

    private final Database database;
    private final CompanyStore companies;
    private final Operators operators;
    private final Session session;
    private final AuditLog log;
    private final Clock clock;

    /// The values of a new company.
    ///
    /// @param id given where another system already knows the company; else generated
    /// @param sites names, at least one
    public record NewCompany(String name, Optional<CompanyId> id, List<String> sites) {

        public NewCompany {
            sites = List.copyOf(sites);
        }
    }

    public CompanyFlow(
            Database database,
            CompanyStore companies,
            Operators operators,
            Session session,
            AuditLog log,
            Clock clock) {
        this.database = database;
        this.companies = companies;
        this.operators = operators;
        this.session = session;
        this.log = log;
        this.clock = clock;
    }

    /// Whether the first-run screen has to be shown.
    public boolean isFirstRun() {
        return companies.all().isEmpty() || operators.list().isEmpty();
    }

    /// Creates the first company as the active one, and its first administrator, signed in. Idempotent: what exists
    /// is left unchanged, so that a retry is safe.
    public void createFirst(NewCompany wanted, String administrator) {
        database.transaction(() -> {
            if (companies.all().isEmpty()) {
                insert(wanted, true);
            }
            if (operators.list().isEmpty()) {
                operators.addFirst(administrator);
            }
        });
    }

    /// @throws SetupException `setup.company-id-taken`
    public Company add(NewCompany wanted) {
        session.require(Permission.MANAGE_SETTINGS);
        return database.inTransaction(() -> insert(wanted, companies.active().isEmpty()));
    }

    public List<Company> all() {
        return companies.all();
    }

    public Optional<Company> active() {
        return companies.active();
    }

    public List<Site> sites(CompanyId company) {
        return companies.sites(company);
    }

    /// @throws SetupException `setup.not-found`
    public void rename(CompanyId company, String name) {
        change("company.renamed", company.toString(), () -> {
            requireKnown(company);
            companies.rename(company, name.strip());
        });
    }

    /// @throws SetupException `setup.not-found`; the active company stays active
    public void activate(CompanyId company) {
        change("company.activated", company.toString(), () -> {
            requireKnown(company);
            companies.activate(company);
        });
    }

    /// @throws SetupException `setup.not-found`, `setup.site-name-taken`
    public void addSite(CompanyId company, String name) {
        SiteId id = SiteId.mint();
        change("site.added", id.toString(), () -> {
            requireKnown(company);
            requireUniqueName(company, Optional.empty(), name);
            companies.insert(new Site(id, company, name.strip()));
        });
    }

    /// @throws SetupException `setup.not-found`, `setup.site-name-taken`
    public void rename(Site site, String name) {
        change("site.renamed", site.id().toString(), () -> {
            requireKnown(site);
            requireUniqueName(site.company(), Optional.of(site.id()), name);
            companies.rename(site.id(), name.strip());
        });
    }

    /// @throws SetupException `setup.not-found`, `setup.last-site`, `setup.site-in-use`, `setup.site-in-rules`
    public void remove(Site site) {
        change("site.removed", site.id().toString(), () -> {
            requireKnown(site);
            if (companies.sites(site.company()).size() == 1) {
                throw new SetupException(Problem.of("setup.last-site"));
            }
            List<String> rules = new RuleStore(CompanyScope.ofActive(database)).namesUsing(site.company(), site.id());
            if (!rules.isEmpty()) {
                throw new SetupException(Problem.of("setup.site-in-rules", rules.size(), String.join(", ", rules)));
            }
            if (!companies.removeUnused(site.id())) {
                throw new SetupException(Problem.of("setup.site-in-use"));
            }
        });
    }

    private Company insert(NewCompany wanted, boolean active) {
        CompanyId id = wanted.id().orElseGet(CompanyId::mint);
        if (companies.all().stream().anyMatch(other -> other.id().equals(id))) {
            throw new SetupException(Problem.of("setup.company-id-taken"));
        }
        Company company = new Company(id, wanted.name(), Optional.empty(), active);
        companies.insert(
                company,
                wanted.sites().stream()
                        .map(name -> new Site(SiteId.mint(), id, name))
                        .toList(),
                clock.instant());
        log.append("company.added", id.toString());
        return company;
    }

    private void change(String action, String subject, Runnable work) {
        session.require(Permission.MANAGE_SETTINGS);
        database.transaction(() -> {
            work.run();
            log.append(action, subject);
        });
    }

    private void requireKnown(CompanyId company) {
        if (companies.all().stream().noneMatch(other -> other.id().equals(company))) {
            throw new SetupException(Problem.of("setup.not-found"));
        }
    }

    /// @throws SetupException `setup.not-found` if the company no longer has the site
    void requireKnown(Site site) {
        if (companies.sites(site.company()).stream()
                .noneMatch(other -> other.id().equals(site.id()))) {
            throw new SetupException(Problem.of("setup.not-found"));
        }
    }

    private void requireUniqueName(CompanyId company, Optional<SiteId> own, String name) {
        boolean taken = companies.sites(company).stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(name.strip())
                        && own.filter(other.id()::equals).isEmpty());
        if (taken) {
            throw new SetupException(Problem.of("setup.site-name-taken"));
        }
    }
}
