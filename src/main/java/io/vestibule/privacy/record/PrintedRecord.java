package io.vestibule.privacy.record;

import io.vestibule.base.OperatorId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A document that was printed.
///
/// @param site id; empty if the document is of no site
/// @param facts what it said
public record PrintedRecord(
        UUID id,
        RecordKind kind,
        String site,
        String language,
        Instant at,
        OperatorId by,
        Map<RecordFact, String> facts) {

    public PrintedRecord {
        facts = Map.copyOf(facts);
    }
}
