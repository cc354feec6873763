package io.vestibule.rules.person;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import io.vestibule.vms.VmsId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Store of the cascades that have not been completed.
public final class RuleCascadeStore {

    private static final String SELECT =
            "select id, company_id, gone, instead, person_id, vms, after_job, written_at from rule_follow ";

    private final CompanyScope scope;

    public RuleCascadeStore(CompanyScope scope) {
        this.scope = scope;
    }

    void insert(RuleCascade ruleCascade) {
        scope.requireOwned(ruleCascade.company().value());
        scope.with(handle -> handle.execute(
                "insert into rule_follow (id, company_id, gone, instead, person_id, vms, after_job,"
                        + " written_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                ruleCascade.id(),
                ruleCascade.company().value(),
                ruleCascade.replacement().oldUserId(),
                ruleCascade.replacement().newUserId().orElse(null),
                ruleCascade.person().map(PersonId::value).orElse(null),
                ruleCascade.vms().map(VmsId::text).orElse(null),
                ruleCascade.afterJob().orElse(null),
                ruleCascade.createdAt().atOffset(ZoneOffset.UTC)));
    }

    Optional<RuleCascade> find(UUID follow) {
        return scope.with(handle -> handle.createQuery(SELECT + "where id = :id and " + scope.owns("company_id"))
                .bind("id", follow)
                .map((rows, _) -> follow(rows))
                .findOne());
    }

    /// Cascades that wait until this VMS is in use.
    List<RuleCascade> waitingFor(CompanyId company, VmsId vms) {
        return scope.with(handle -> handle.createQuery(SELECT + "where company_id = :company and vms = :vms and "
                        + scope.owns("company_id") + " order by written_at, id")
                .bind("company", company.value())
                .bind("vms", vms.text())
                .map((rows, _) -> follow(rows))
                .list());
    }

    /// The cascade waits for no VMS any more.
    void release(UUID follow) {
        scope.with(handle -> handle.execute(
                "update rule_follow set vms = null where id = ? and " + scope.owns("company_id"), follow));
    }

    void delete(UUID follow) {
        scope.with(handle ->
                handle.execute("delete from rule_follow where id = ? and " + scope.owns("company_id"), follow));
    }

    void transaction(Runnable work) {
        scope.transaction(work);
    }

    <T> T inTransaction(Supplier<T> work) {
        return scope.inTransaction(work);
    }

    private static RuleCascade follow(ResultSet rows) throws SQLException {
        @Nullable UUID person = rows.getObject("person_id", UUID.class);
        return new RuleCascade(
                rows.getObject("id", UUID.class),
                new CompanyId(rows.getString("company_id")),
                new UserReplacement(rows.getString("gone"), Optional.ofNullable(rows.getString("instead"))),
                Optional.ofNullable(person).map(PersonId::new),
                Optional.ofNullable(rows.getString("vms")).map(VmsId::parse),
                Optional.ofNullable(rows.getObject("after_job", UUID.class)),
                rows.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
