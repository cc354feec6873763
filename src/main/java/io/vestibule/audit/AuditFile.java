package io.vestibule.audit;

import io.vestibule.base.CsvCell;
import io.vestibule.base.OperatorId;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import tools.jackson.databind.json.JsonMapper;

/// Entries of the log as a file for other programs: CSV (RFC 4180, with a header line) or JSON (an array of objects).
/// Times are in UTC. Contains the names of operators, and ids of everything else.
public final class AuditFile {

    public enum Format {
        CSV,
        JSON
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 1_000;

    /// One object of the JSON file.
    private record Line(
            long number, String time, String operator, String operatorId, String action, String subject, String hash) {}

    private final AuditLog log;
    private final Map<OperatorId, String> operators;

    /// @param operators their names
    public AuditFile(AuditLog log, Map<OperatorId, String> operators) {
        this.log = log;
        this.operators = Map.copyOf(operators);
    }

    /// Writes the entries that fit, newest first. Entries that are added meanwhile are left out.
    ///
    /// @param written called after each page with the number of entries so far
    /// @return number of entries
    public long write(AuditQuery query, Format format, Writer to, LongConsumer written) throws IOException {
        long count = 0;
        to.write(format == Format.CSV ? "number,time,operator,operator id,action,subject,hash\r\n" : "[");
        Optional<AuditEntry> last = Optional.empty();
        for (var page = log.search(query, last, PAGE); !page.isEmpty(); page = log.search(query, last, PAGE)) {
            for (var one : page) {
                to.write(format == Format.CSV ? csv(one) : (count == 0 ? "\n" : ",\n") + json(one));
                count++;
            }
            last = Optional.of(page.getLast().entry());
            written.accept(count);
        }
        to.write(format == Format.CSV ? "" : "\n]\n");
        return count;
    }

    private String csv(StoredAuditEntry one) {
        var entry = one.entry();
        return String.join(
                        ",",
                        Long.toString(entry.sequence()),
                        entry.at().toString(),
                        CsvCell.quoted(name(entry)),
                        id(entry),
                        CsvCell.quoted(entry.action()),
                        CsvCell.quoted(entry.subject()),
                        one.hash())
                + "\r\n";
    }

    private String json(StoredAuditEntry one) {
        var entry = one.entry();
        return JSON.writeValueAsString(new Line(
                entry.sequence(),
                entry.at().toString(),
                name(entry),
                id(entry),
                entry.action(),
                entry.subject(),
                one.hash()));
    }

    private String name(AuditEntry entry) {
        return entry.operator().map(id -> operators.getOrDefault(id, "")).orElse("");
    }

    private static String id(AuditEntry entry) {
        return entry.operator().map(OperatorId::toString).orElse("");
    }
}
