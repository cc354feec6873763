package io.vestibule.privacy.record;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The table `printed_record`.
public final class PrintedStore {

    private static final String TABLE = "printed_record";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CompanyScope scope;

    public PrintedStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the company is not of this scope
    void add(CompanyId company, PrintedRecord printed) {
        scope.requireOwned(company.value());
        scope.with(handle -> handle.createUpdate("insert into printed_record (id, company_id, kind, site_id, language,"
                        + " printed_at, printed_by, facts) values (:id, :company, :kind, :site, :language, :at, :by,"
                        + " :facts)")
                .bind("id", printed.id())
                .bind("company", company.value())
                .bind("kind", printed.kind().name())
                .bind("site", printed.site())
                .bind("language", printed.language())
                .bind("at", printed.at().atOffset(ZoneOffset.UTC))
                .bind("by", printed.by().value())
                .bind("facts", JSON.writeValueAsString(printed.facts()))
                .execute());
    }

    /// The last one of that kind and site.
    ///
    /// @param site id; empty for a document of no site
    Optional<PrintedRecord> last(CompanyId company, RecordKind kind, String site) {
        return scope.with(handle -> handle.createQuery(
                        "select r.*, " + scope.rows().intact(TABLE, "r")
                                + " from printed_record r where r.company_id = :company and "
                                + scope.owns("r.company_id")
                                + " and r.kind = :kind and r.site_id = :site order by r.printed_at desc fetch first 1 rows only")
                .bind("company", company.value())
                .bind("kind", kind.name())
                .bind("site", site)
                .map((rows, _) -> printed(rows))
                .findOne());
    }

    /// The last one of any kind.
    Optional<PrintedRecord> last(CompanyId company) {
        return scope.with(handle -> handle.createQuery("select r.*, "
                        + scope.rows().intact(TABLE, "r")
                        + " from printed_record r where r.company_id = :company and " + scope.owns("r.company_id")
                        + " order by r.printed_at desc fetch first 1 rows only")
                .bind("company", company.value())
                .map((rows, _) -> printed(rows))
                .findOne());
    }

    private PrintedRecord printed(ResultSet rows) throws SQLException {
        var id = rows.getObject("id", UUID.class);
        scope.rows().requireIntact(rows, TABLE, id);
        return new PrintedRecord(
                id,
                RecordKind.valueOf(rows.getString("kind")),
                rows.getString("site_id"),
                rows.getString("language"),
                rows.getObject("printed_at", OffsetDateTime.class).toInstant(),
                new OperatorId(rows.getObject("printed_by", UUID.class)),
                facts(rows.getString("facts")));
    }

    /// Facts of another version of the program are left out.
    private static Map<RecordFact, String> facts(String json) {
        var facts = new EnumMap<RecordFact, String>(RecordFact.class);
        var stored = JSON.readTree(json);
        for (var fact : RecordFact.values()) {
            if (stored.has(fact.name())) {
                facts.put(fact, stored.get(fact.name()).asString(""));
            }
        }
        return facts;
    }
}
