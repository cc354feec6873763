package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whose retention period or review is over or soon will be, and the table `retention_due`.
public final class DueStore {

    private static final String TABLE = "retention_due";

    private static final String REVIEW = "(select b.review_on from legal_basis b where b.person_id = p.id"
            + " and b.kind = 'REASON' order by b.given_at desc fetch first 1 rows only)";

    private final CompanyScope scope;

    /// @param day by which the entry has to be reviewed
    public record Review(PersonId person, LocalDate day) {}

    /// @param at when the retention period ends
    public record End(PersonId person, Instant at) {}

    public DueStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// People who are not removed and whose retention period ends by then, the first first; also those whom a hold
    /// keeps.
    public List<End> ends(CompanyId company, Instant by) {
        return scope.with(handle -> handle.createQuery("select id, expires_at from person where company_id = :company"
                        + " and " + scope.owns("company_id")
                        + " and expires_at <= :by and removed_at is null order by expires_at, id")
                .bind("company", company.value())
                .bind("by", Sql.utc(by))
                .map((rows, _) -> new End(
                        new PersonId(rows.getObject("id", UUID.class)),
                        rows.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /// Entries of the watch list that have to be reviewed by that day, the first first.
    public List<Review> reviews(CompanyId company, LocalDate by) {
        return scope.with(handle -> handle.createQuery("select p.id, " + REVIEW + " as review_on from person p"
                        + " where p.company_id = :company and " + scope.owns("p.company_id")
                        + " and p.kind = 'WATCH' and p.removed_at is null and " + REVIEW + " <= :by order by 2, 1")
                .bind("company", company.value())
                .bind("by", by)
                .map((rows, _) -> new Review(
                        new PersonId(rows.getObject("id", UUID.class)), rows.getObject("review_on", LocalDate.class)))
                .list());
    }

    /// When an operator has postponed the removal of the person; empty for never.
    public Optional<Instant> postponed(PersonId person) {
        return scope.with(handle -> handle.createQuery(
                        "select held_until from person where id = :id and " + scope.owns("company_id"))
                .bind("id", person.value())
                .map((rows, _) -> Sql.instant(rows.getObject(1, OffsetDateTime.class)))
                .findOne()
                .flatMap(at -> at));
    }

    /// Number of people of that kind who are not removed.
    public long count(CompanyId company, PersonKind kind) {
        return scope.with(handle -> handle.createQuery("select count(*) from person where company_id = :company"
                        + " and kind = :kind and removed_at is null and " + scope.owns("company_id"))
                .bind("company", company.value())
                .bind("kind", kind.name())
                .mapTo(Long.class)
                .one());
    }

    /// Number of people of the company who are removed and not erased yet.
    public long countHidden(CompanyId company) {
        return scope.with(handle -> handle.createQuery("select count(*) from person where company_id = :company"
                        + " and removed_at is not null and " + scope.owns("company_id"))
                .bind("company", company.value())
                .mapTo(Long.class)
                .one());
    }

    /// Notes what is due, once.
    public void add(CompanyId company, UUID subject, RetentionDue.Kind kind, Instant due, Instant now) {
        scope.with(handle -> handle.createUpdate("insert into retention_due (id, company_id, subject_id, kind, due_at,"
                        + " seen_at) select :id, :company, :subject, :kind, :due, :now where not exists (select 1 from"
                        + " retention_due where subject_id = :subject and kind = :kind and due_at = :due and "
                        + scope.owns("company_id") + ")")
                .bind("id", UUID.randomUUID())
                .bind("company", company.value())
                .bind("subject", subject)
                .bind("kind", kind.name())
                .bind("due", Sql.utc(due))
                .bind("now", Sql.utc(now))
                .execute());
    }

    public void settle(RetentionDue due, RetentionDue.Outcome outcome, Instant at) {
        scope.with(handle -> handle.execute(
                "update retention_due set outcome = ?, settled_at = ? where id = ? and " + scope.owns("company_id"),
                outcome.name(),
                Sql.utc(at),
                due.id()));
    }

    /// After a correction of the clock, what was noted as due is not due yet.
    public void forget(RetentionDue due) {
        scope.with(handle ->
                handle.execute("delete from retention_due where id = ? and " + scope.owns("company_id"), due.id()));
    }

    /// What waits.
    public List<RetentionDue> open(CompanyId company) {
        return find(company, "outcome is null", Instant.EPOCH, Instant.EPOCH);
    }

    /// What was due in that time, the first first.
    ///
    /// @param to exclusive
    public List<RetentionDue> between(CompanyId company, Instant from, Instant to) {
        return find(company, "due_at >= :from and due_at < :to", from, to);
    }

    /// When the program noted the first thing; before that it kept no record.
    public Optional<Instant> since(CompanyId company) {
        return scope.with(handle -> handle.createQuery("select min(seen_at) from retention_due where"
                        + " company_id = :company and " + scope.owns("company_id"))
                .bind("company", company.value())
                .map((rows, _) -> Sql.instant(rows.getObject(1, OffsetDateTime.class)))
                .findOne()
                .flatMap(at -> at));
    }

    private List<RetentionDue> find(CompanyId company, String condition, Instant from, Instant to) {
        return scope.with(
                handle -> handle.createQuery("select d.*, " + scope.rows().intact(TABLE, "d")
                                + " from retention_due d where d.company_id = :company and "
                                + scope.owns("d.company_id") + " and "
                                + condition + " and :from <= :to order by d.due_at, d.id")
                        .bind("company", company.value())
                        .bind("from", Sql.utc(from))
                        .bind("to", Sql.utc(to))
                        .map((rows, _) -> due(rows))
                        .list());
    }

    private RetentionDue due(ResultSet rows) throws SQLException {
        scope.rows().requireIntact(rows, TABLE, rows.getObject("id", UUID.class));
        return new RetentionDue(
                rows.getObject("id", UUID.class),
                rows.getObject("subject_id", UUID.class),
                RetentionDue.Kind.valueOf(rows.getString("kind")),
                rows.getObject("due_at", OffsetDateTime.class).toInstant(),
                rows.getObject("seen_at", OffsetDateTime.class).toInstant(),
                Sql.instant(rows.getObject("settled_at", OffsetDateTime.class)),
                Optional.ofNullable(rows.getString("outcome")).map(RetentionDue.Outcome::valueOf));
    }
}
