package io.vestibule.rules.person;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Store of the cascades that have not been completed.
public final class RuleCascadeStore {

    private final Database database;

    public RuleCascadeStore(Database database) {
        this.database = database;
    }

    void insert(RuleCascade ruleCascade) {
        database.with(handle -> handle.execute(
                "insert into rule_follow (id, company_id, gone, instead, person_id, after_job, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                ruleCascade.id(),
                ruleCascade.company().value(),
                ruleCascade.replacement().oldUserId(),
                ruleCascade.replacement().newUserId().orElse(null),
                ruleCascade.person().map(PersonId::value).orElse(null),
                ruleCascade.afterJob().orElse(null),
                ruleCascade.createdAt().atOffset(ZoneOffset.UTC)));
    }

    Optional<RuleCascade> find(UUID follow) {
        return database.with(handle -> handle.createQuery("select id, company_id, gone, instead, person_id,"
                        + " after_job, written_at from rule_follow where id = :id")
                .bind("id", follow)
                .map((rows, _) -> follow(rows))
                .findOne());
    }

    void delete(UUID follow) {
        database.with(handle -> handle.execute("delete from rule_follow where id = ?", follow));
    }

    <T> T inTransaction(java.util.function.Supplier<T> work) {
        return database.inTransaction(work);
    }

    private static RuleCascade follow(ResultSet rows) throws SQLException {
        @Nullable UUID person = rows.getObject("person_id", UUID.class);
        return new RuleCascade(
                rows.getObject("id", UUID.class),
                new CompanyId(rows.getString("company_id")),
                new UserReplacement(rows.getString("gone"), Optional.ofNullable(rows.getString("instead"))),
                Optional.ofNullable(person).map(PersonId::new),
                Optional.ofNullable(rows.getObject("after_job", UUID.class)),
                rows.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
