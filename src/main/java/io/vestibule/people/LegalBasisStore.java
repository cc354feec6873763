package io.vestibule.people;

import io.vestibule.base.OperatorId;
import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The legal basis of each person. A renewal adds an entry; the earlier ones stay.
public final class LegalBasisStore {

    private final CompanyScope scope;
    private final ConsentEvidenceStore evidence;
    private final ConsentCountStore counts;

    public LegalBasisStore(CompanyScope scope) {
        this.scope = scope;
        this.evidence = new ConsentEvidenceStore(scope);
        this.counts = new ConsentCountStore(scope);
    }

    /// @return id of the entry
    /// @throws io.vestibule.store.StoreException `store.other-company` if the person is not of this scope
    public UUID add(PersonId person, LegalBasis basis) {
        scope.requirePerson(person.value());
        var id = UUID.randomUUID();
        scope.transaction(() -> {
            insert(id, person, basis);
            evidence.add(id, basis.evidence());
            answer(basis).ifPresent(answer -> counts.add(person, answer, basis.at(), 1));
        });
        return id;
    }

    private static Optional<ConsentCountStore.Answer> answer(LegalBasis basis) {
        return switch (basis) {
            case LegalBasis.Consent _ -> Optional.of(ConsentCountStore.Answer.AGREED);
            case LegalBasis.Declined _ -> Optional.of(ConsentCountStore.Answer.REFUSED);
            case LegalBasis.Reason _ -> Optional.empty();
        };
    }

    /// How many people agreed, refused and withdrew.
    public ConsentCountStore counts() {
        return counts;
    }

    private void insert(UUID id, PersonId person, LegalBasis basis) {
        scope.with(handle -> {
            var insert = handle.createUpdate("insert into legal_basis (id, person_id, kind, text_version, language,"
                            + " method, basis, source, review_on, given_at, operator_id) values (:id, :person, :kind,"
                            + " :textVersion, :language, :method, :basis, :source, :review, :at, :operator)")
                    .bind("id", id)
                    .bind("person", person.value())
                    .bind("at", Sql.utc(basis.at()))
                    .bind("operator", basis.operator().value());
            return switch (basis) {
                case LegalBasis.Consent consent ->
                    insert.bind("kind", "CONSENT")
                            .bind("textVersion", consent.textVersion())
                            .bind("language", consent.language())
                            .bind("method", consent.method().name())
                            .bind("basis", (String) null)
                            .bind("source", (String) null)
                            .bind("review", (LocalDate) null)
                            .execute();
                case LegalBasis.Declined declined ->
                    insert.bind("kind", "DECLINED")
                            .bind("textVersion", declined.textVersion())
                            .bind("language", declined.language())
                            .bind("method", (String) null)
                            .bind("basis", (String) null)
                            .bind("source", (String) null)
                            .bind("review", (LocalDate) null)
                            .execute();
                case LegalBasis.Reason reason ->
                    insert.bind("kind", "REASON")
                            .bind("textVersion", (String) null)
                            .bind("language", (String) null)
                            .bind("method", (String) null)
                            .bind("basis", reason.basis())
                            .bind("source", reason.source())
                            .bind("review", reason.review())
                            .execute();
            };
        });
    }

    /// Deletes an entry when the renewal that added it is undone.
    public void delete(UUID id) {
        scope.with(handle ->
                handle.execute("delete from legal_basis where id = ? and " + scope.ownsPerson("person_id"), id));
    }

    /// Assigns the entries of one person to another, for a merge.
    ///
    /// @param change the stored merge, with which it can be undone
    /// @throws io.vestibule.store.StoreException `store.other-company` if one of them is not of this scope
    public void reassign(UUID change, PersonId from, PersonId into) {
        scope.requirePerson(from.value());
        scope.requirePerson(into.value());
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "insert into moved_basis (change_id, basis_id) select ?, id from legal_basis where person_id = ?",
                    change,
                    from.value()));
            scope.with(handle -> handle.execute(
                    "update legal_basis set person_id = ? where person_id = ? and " + scope.ownsPerson("person_id"),
                    into.value(),
                    from.value()));
        });
    }

    /// Undoes [#reassign]: the entries that this merge assigned go back, if the other person still has them.
    ///
    /// @throws io.vestibule.store.StoreException `store.other-company` if one of them is not of this scope
    public void undoReassign(UUID change, PersonId from, PersonId into) {
        scope.requirePerson(from.value());
        scope.requirePerson(into.value());
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "update legal_basis set person_id = ? where person_id = ? and " + scope.ownsPerson("person_id")
                            + " and id in (select basis_id from moved_basis where change_id = ?)",
                    from.value(),
                    into.value(),
                    change));
            scope.with(handle -> handle.execute(
                    "delete from moved_basis where change_id = ? and exists (select 1 from legal_basis b"
                            + " where b.id = basis_id and " + scope.ownsPerson("b.person_id") + ")",
                    change));
        });
    }

    /// Every entry of the person, newest first.
    ///
    /// @throws io.vestibule.store.DamagedRowException if one is damaged: without it, another one would count
    public List<LegalBasis> findByPerson(PersonId person) {
        return scope.with(handle -> handle.createQuery(
                        "select b.id, kind, text_version, language, method, basis, source, review_on, given_at, operator_id, "
                                + ConsentEvidenceStore.COLUMNS + ", "
                                + scope.rows().intact("legal_basis", "b")
                                + " from legal_basis b left join consent_evidence e on e.basis_id = b.id"
                                + " where person_id = :person and "
                                + scope.ownsPerson("person_id")
                                + " order by given_at desc")
                .bind("person", person.value())
                .map((rows, _) -> {
                    var id = rows.getObject("id", UUID.class);
                    scope.rows().requireIntact(rows, "legal_basis", id);
                    return basis(rows, evidence.evidence(rows, id));
                })
                .list());
    }

    /// The newest entry, of whatever type.
    public Optional<LegalBasis> newest(PersonId person) {
        return findByPerson(person).stream().findFirst();
    }

    /// The entry that counts for a person of that kind: the newest one. A person on the watch list is there
    /// for a reason; a later consent, which came with a visitor who was merged into them, does not replace it.
    public Optional<LegalBasis> inForce(PersonId person, PersonKind kind) {
        var all = findByPerson(person);
        return all.stream()
                .filter(basis -> kind == PersonKind.WATCH && basis instanceof LegalBasis.Reason)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static LegalBasis basis(ResultSet rows, ConsentEvidence evidence) throws SQLException {
        var at = rows.getObject("given_at", OffsetDateTime.class).toInstant();
        var operator = new OperatorId(rows.getObject("operator_id", UUID.class));
        return switch (rows.getString("kind")) {
            case "CONSENT" ->
                new LegalBasis.Consent(
                        rows.getString("text_version"),
                        rows.getString("language"),
                        LegalBasis.Method.valueOf(rows.getString("method")),
                        at,
                        operator,
                        evidence);
            case "DECLINED" ->
                new LegalBasis.Declined(
                        rows.getString("text_version"), rows.getString("language"), at, operator, evidence);
            default ->
                new LegalBasis.Reason(
                        rows.getString("basis"),
                        rows.getString("source"),
                        rows.getObject("review_on", LocalDate.class),
                        at,
                        operator);
        };
    }
}
