package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Legal holds, and why a retention period was extended.
public final class HoldStore {

    private static final String TABLE = "legal_hold";

    private final CompanyScope scope;
    private final String select;

    public HoldStore(CompanyScope scope) {
        this.scope = scope;
        this.select = "select h.id, h.person_id, h.reason, h.until_at, h.placed_at, h.placed_by, "
                + scope.rows().intact(TABLE, "h") + " from legal_hold h where h.lifted_at is null and "
                + scope.ownsPerson("h.person_id") + " and ";
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the person is not of this scope
    public void place(LegalHold hold) {
        scope.requirePerson(hold.person().value());
        scope.with(handle -> handle.createUpdate("insert into legal_hold (id, person_id, reason, until_at, placed_at,"
                        + " placed_by) values (:id, :person, :reason, :until, :placed, :by)")
                .bind("id", hold.id())
                .bind("person", hold.person().value())
                .bind("reason", hold.reason())
                .bind("until", Sql.utc(hold.until()))
                .bind("placed", Sql.utc(hold.placed()))
                .bind("by", hold.by().value())
                .execute());
    }

    /// Ends all holds of the person, also those that have ended already.
    ///
    /// @return whether there was one
    public boolean lift(PersonId person, OperatorId by, Instant now) {
        return scope.with(handle -> handle.execute(
                        "update legal_hold set lifted_at = ?, lifted_by = ? where person_id = ? and lifted_at is null and "
                                + scope.ownsPerson("person_id"),
                        Sql.utc(now),
                        by.value(),
                        person.value()))
                > 0;
    }

    /// Takes back [#lift].
    public void restore(UUID hold) {
        scope.with(handle -> handle.execute(
                "update legal_hold set lifted_at = null, lifted_by = null where id = ? and "
                        + scope.ownsPerson("person_id"),
                hold));
    }

    /// The hold of the person that ends last.
    ///
    /// @param now holds that have ended by then are not in force; [Instant#MIN] for all that were not lifted
    /// @throws io.vestibule.store.DamagedRowException if the row is damaged: it may be a hold that is in force
    public Optional<LegalHold> find(PersonId person, Instant now) {
        return scope.with(handle -> handle
                .createQuery(select + "h.person_id = :person order by h.until_at desc")
                .bind("person", person.value())
                .map((rows, _) -> hold(rows))
                .stream()
                .filter(hold -> hold.until().isAfter(now))
                .findFirst());
    }

    /// The holds of the company's people that are in force, the first to end first.
    public List<LegalHold> findAll(CompanyId company, Instant now) {
        return scope.with(handle -> handle
                .createQuery(
                        select + "exists (select 1 from person p where p.id = h.person_id and p.company_id = :company"
                                + " and p.removed_at is null) order by h.until_at, h.id")
                .bind("company", company.value())
                .map((rows, _) -> hold(rows))
                .stream()
                .filter(hold -> hold.until().isAfter(now))
                .toList());
    }

    private LegalHold hold(ResultSet rows) throws SQLException {
        scope.rows().requireIntact(rows, TABLE, rows.getObject("id", UUID.class));
        return new LegalHold(
                rows.getObject("id", UUID.class),
                new PersonId(rows.getObject("person_id", UUID.class)),
                rows.getString("reason"),
                rows.getObject("until_at", OffsetDateTime.class).toInstant(),
                rows.getObject("placed_at", OffsetDateTime.class).toInstant(),
                new OperatorId(rows.getObject("placed_by", UUID.class)));
    }

    /// Notes why the person stays longer.
    ///
    /// @param change with whose undo the note is deleted
    public void addNote(UUID change, PersonId person, String reason, OperatorId by, Instant now) {
        scope.requirePerson(person.value());
        scope.with(handle -> handle.createUpdate("insert into retention_note (id, person_id, reason, made_at,"
                        + " operator_id) values (:id, :person, :reason, :now, :by)")
                .bind("id", change)
                .bind("person", person.value())
                .bind("reason", reason)
                .bind("now", Sql.utc(now))
                .bind("by", by.value())
                .execute());
    }

    public void deleteNote(UUID change) {
        scope.with(handle ->
                handle.execute("delete from retention_note where id = ? and " + scope.ownsPerson("person_id"), change));
    }

    /// The last reason why the person stays longer.
    public Optional<String> note(PersonId person) {
        return scope.with(handle -> handle
                .createQuery("select n.id, n.reason, "
                        + scope.rows().intact("retention_note", "n")
                        + " from retention_note n where n.person_id = :person"
                        + " and " + scope.ownsPerson("n.person_id") + " order by n.made_at desc, n.id")
                .bind("person", person.value())
                .map((rows, _) -> scope.rows().isIntact(rows, "retention_note", rows.getObject("id", UUID.class))
                        ? Optional.of(rows.getString("reason"))
                        : Optional.<String>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst());
    }
}
