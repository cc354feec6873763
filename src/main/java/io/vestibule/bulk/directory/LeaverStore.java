package io.vestibule.bulk.directory;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.store.CompanyScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tables `directory_sync` and `directory_leaver`: when a company's directory was read last, and since when
/// somebody
/// has been missing from it.
public final class LeaverStore {

    /// @param since when they were missing for the first time
    public record Leaver(PersonId person, Instant since) {}

    private final CompanyScope scope;

    public LeaverStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// Since when changes have to be asked for.
    ///
    /// @param fingerprint of the directory and of what is asked
    public Optional<Instant> synced(CompanyId company, String fingerprint) {
        return scope.with(handle -> handle.createQuery(
                        "select synced_at from directory_sync where company_id = :company"
                                + " and fingerprint = :fingerprint and " + scope.owns("company_id"))
                .bind("company", company.value())
                .bind("fingerprint", fingerprint)
                .map((rows, _) -> rows.getObject(1, OffsetDateTime.class).toInstant())
                .findOne());
    }

    void setSynced(CompanyId company, String fingerprint, Instant at) {
        scope.requireOwned(company.value());
        scope.transaction(() -> {
            int _ = scope.with(handle -> handle.execute(
                    "delete from directory_sync where company_id = ? and " + scope.owns("company_id"),
                    company.value()));
            int _ = scope.with(handle -> handle.execute(
                    "insert into directory_sync (company_id, fingerprint, synced_at) values (?, ?, ?)",
                    company.value(),
                    fingerprint,
                    utc(at)));
        });
    }

    /// The longest missing first.
    public List<Leaver> all(CompanyId company) {
        return scope.with(handle -> handle.createQuery(
                        "select l.person_id, l.since from directory_leaver l join person p"
                                + " on p.id = l.person_id where l.company_id = :company and p.removed_at is null and "
                                + scope.owns("l.company_id") + " order by l.since, l.person_id")
                .bind("company", company.value())
                .map((rows, _) -> new Leaver(
                        new PersonId(rows.getObject(1, UUID.class)),
                        rows.getObject(2, OffsetDateTime.class).toInstant()))
                .list());
    }

    /// Records since when people are missing, and removes the record of those who are back.
    void note(CompanyId company, Collection<PersonId> missing, Instant now) {
        scope.requireOwned(company.value());
        scope.transaction(() -> {
            var known = new HashSet<PersonId>();
            all(company).forEach(leaver -> known.add(leaver.person()));
            for (var person : known) {
                if (!missing.contains(person)) {
                    int _ = scope.with(handle -> handle.execute(
                            "delete from directory_leaver where person_id = ? and " + scope.owns("company_id"),
                            person.value()));
                }
            }
            missing.stream()
                    .filter(person -> !known.contains(person))
                    .forEach(person -> scope.with(handle -> handle.execute(
                            "insert into directory_leaver (person_id, company_id, since) values (?, ?, ?)",
                            person.value(),
                            company.value(),
                            utc(now))));
        });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
