package io.vestibule.bulk;

import io.vestibule.audit.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a person decides about rows that look like somebody else, or that failed.
public final class DecideFlow {

    private final ImportContext context;

    public DecideFlow(ImportContext context) {
        this.context = context;
    }

    /// The rows are ready then. [RowDecision#SAME] and [RowDecision#UPDATE] need a person who is enrolled; rows that
    /// only look like another row stay as they are.
    ///
    /// @return number of rows that are decided
    public int decide(Collection<UUID> rows, RowDecision decision) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        return (int) asked(rows).stream()
                .filter(row -> !row.content().waitsForPick())
                .filter(row -> decision == RowDecision.DIFFERENT
                        || row.content().similar().isPresent())
                .peek(row -> context.rows()
                        .update(row.with(RowState.READY, row.content().withDecision(decision))))
                .count();
    }

    /// The rows are not imported.
    public int leaveOut(Collection<UUID> rows) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        var asked = asked(rows);
        asked.forEach(row -> context.rows().update(row.with(RowState.LEFT_OUT, row.content())));
        return asked.size();
    }

    /// The rows that look like somebody else. Those that wait for the pick of a face are not among them.
    public List<UUID> asked(UUID run) {
        return context.rows()
                .all(run, Set.of(RowState.ASK))
                .filter(row -> !row.content().waitsForPick())
                .map(ImportRow::id)
                .toList();
    }

    /// The rows that ask the same question as this one: all that look like somebody who is enrolled, or all that look
    /// like
    /// another row.
    public List<UUID> askedLike(ImportRow row) {
        return context.rows()
                .all(row.run(), Set.of(RowState.ASK))
                .filter(other -> !other.content().waitsForPick())
                .filter(other -> other.content().similar().isPresent()
                        == row.content().similar().isPresent())
                .map(ImportRow::id)
                .toList();
    }

    /// The rows that failed are tried again by the next run; all others stay as they are.
    ///
    /// @return number of rows
    public int retryFailed(UUID run) {
        context.enrol().session().require(Permission.IMPORT_PEOPLE);
        var failed = context.rows().all(run, Set.of(RowState.FAILED)).toList();
        failed.forEach(row -> context.rows()
                .update(row.with(
                        RowState.READY,
                        row.content()
                                .withIssues(row.content().issues().stream()
                                        .filter(issue -> !issue.refuses())
                                        .toList()))));
        return failed.size();
    }

    private List<ImportRow> asked(Collection<UUID> rows) {
        return rows.stream()
                .flatMap(row -> context.rows().find(row).stream())
                .filter(row -> row.state() == RowState.ASK)
                .toList();
    }
}
