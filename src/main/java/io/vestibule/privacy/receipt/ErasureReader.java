package io.vestibule.privacy.receipt;

import io.vestibule.audit.Operator;
import io.vestibule.audit.Operators;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.OperatorId;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.people.change.ErasureCheck;
import io.vestibule.people.change.ErasureCheckStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads the erasures of the company that the console is set to, and what was found afterwards. Needs
/// [Permission#READ_AUDIT]. Blocks.
public final class ErasureReader {

    /// An erasure of which something may be left after this time is late.
    private static final Duration LATE = Duration.ofDays(1);

    private final ErasureCheckStore checks;
    private final CompanyStore companies;
    private final Operators operators;
    private final Session session;
    private final InstantSource clock;

    public ErasureReader(
            ErasureCheckStore checks,
            CompanyStore companies,
            Operators operators,
            Session session,
            InstantSource clock) {
        this.checks = checks;
        this.companies = companies;
        this.operators = operators;
        this.session = session;
        this.clock = clock;
    }

    /// The latest first.
    public List<ErasureCheck> latest(int count) {
        session.require(Permission.READ_AUDIT);
        return companies
                .active()
                .map(company -> checks.latest(company.id(), count))
                .orElse(List.of());
    }

    /// Empty if it belongs to another company.
    Optional<ErasureCheck> find(UUID check) {
        session.require(Permission.READ_AUDIT);
        var company = companies.active().map(Company::id);
        return checks.find(check).filter(found -> company.equals(Optional.of(found.company())));
    }

    /// Names of operators.
    public Map<OperatorId, String> operators() {
        session.require(Permission.READ_AUDIT);
        return operators.list().stream().collect(Collectors.toMap(Operator::id, Operator::name));
    }

    /// Number of erasures that are not proven a day after they were done. Without a permission: everybody is notified,
    /// so
    /// that somebody is.
    public long late() {
        var since = clock.instant().minus(LATE);
        return companies
                .active()
                .map(company -> checks.countOpen(company.id(), since))
                .orElse(0L);
    }
}
