package io.vestibule.people;

import io.vestibule.store.CompanyScope;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The evidence of an answer, deleted with it. Signatures and names of guardians are sealed.
final class ConsentEvidenceStore {

    /// The columns that [#evidence] reads, of the row `e`.
    static final String COLUMNS = "e.wording, e.detail";

    private static final String TABLE = "consent_evidence";

    private final CompanyScope scope;

    ConsentEvidenceStore(CompanyScope scope) {
        this.scope = scope;
    }

    void add(UUID basis, ConsentEvidence evidence) {
        if (evidence.equals(ConsentEvidence.NONE)) {
            return;
        }
        // A guardian's name has no line breaks, so that the first one ends it.
        var detail = evidence.guardian().orElse("")
                + "\n"
                + evidence.signature().map(ConsentSignature::path).orElse("");
        scope.with(handle -> handle.execute(
                "insert into consent_evidence (basis_id, wording, detail) values (?, ?, ?)",
                basis,
                evidence.wording(),
                detail.equals("\n") ? null : scope.rows().seal(TABLE, basis, detail.getBytes(StandardCharsets.UTF_8))));
    }

    /// The evidence in a row of a query; a basis without any has none.
    ConsentEvidence evidence(ResultSet rows, UUID basis) throws SQLException {
        @Nullable String wording = rows.getString("wording");
        if (wording == null) {
            return ConsentEvidence.NONE;
        }
        byte @Nullable [] sealed = rows.getBytes("detail");
        if (sealed == null) {
            return new ConsentEvidence(wording, Optional.empty(), Optional.empty());
        }
        var detail = new String(scope.rows().unseal(TABLE, basis, sealed), StandardCharsets.UTF_8);
        int end = detail.indexOf('\n');
        return new ConsentEvidence(
                wording,
                Optional.of(detail.substring(end + 1))
                        .filter(path -> !path.isEmpty())
                        .map(ConsentSignature::new),
                Optional.of(detail.substring(0, end)).filter(name -> !name.isEmpty()));
    }
}
