package io.vestibule.privacy.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A document as it would be printed now.
///
/// @param last when the same document was printed last; empty for the first one
/// @param differences to that one
public record RecordDraft(
        RecordKind kind,
        Map<RecordFact, String> facts,
        Instant at,
        Optional<Instant> last,
        List<Difference> differences) {

    public RecordDraft {
        facts = Map.copyOf(facts);
        differences = List.copyOf(differences);
    }

    /// @param before empty if it was not said
    /// @param now empty if it is not said any more
    public record Difference(RecordFact fact, String before, String now) {}

    static RecordDraft of(RecordKind kind, Map<RecordFact, String> facts, Instant now, Optional<PrintedRecord> last) {
        return new RecordDraft(
                kind,
                facts,
                now,
                last.map(PrintedRecord::at),
                last.stream()
                        .flatMap(printed -> Arrays.stream(RecordFact.values())
                                .filter(fact -> !fact.isCount())
                                .map(fact -> new Difference(
                                        fact, printed.facts().getOrDefault(fact, ""), facts.getOrDefault(fact, ""))))
                        .filter(each -> !each.before().equals(each.now()))
                        .toList());
    }

    public String fact(RecordFact fact) {
        return facts.getOrDefault(fact, "");
    }

    public int number(RecordFact fact) {
        var text = fact(fact);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
