package io.vestibule.enrol.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.Problem;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.journal.run.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an undo has to bring back: the rows of the records, what the journal still has to do, the users and faces of
/// the collection, and the keys of the bucket.
///
/// Times and versions of rows are left out, and what only grows: audit, ended jobs and billed calls.
record UndoState(Map<String, List<String>> records, List<String> journal, List<String> service) {

    /// Undoing an enrolment erases the new person, which is remembered in `erased`, and leaves in `consent_count` that
    /// somebody answered.
    private static final Set<String> GROWING =
            Set.of("audit_entry", "audit_head", "job", "step", "billed_call", "clock_state", "erased", "consent_count");
    private static final Set<String> PASSING =
            Set.of("version", "changed_at", "standing", "signed_in_at", "held_until", "row_mac");

    static UndoState of(EnrolFixture fixture) {
        var records = new TreeMap<String, List<String>>();
        fixture.snapshot().rows().forEach((table, rows) -> {
            if (!GROWING.contains(table) && !table.startsWith("flyway")) {
                records.put(
                        table,
                        rows.stream().map(UndoState::withoutTimes).sorted().toList());
            }
        });
        var journal = fixture.journal().openSteps(10_000).stream()
                .map(UndoState::text)
                .sorted()
                .toList();
        var service = fixture.serviceState().stream()
                .flatMap(part -> part instanceof List<?> list ? list.stream() : java.util.stream.Stream.of(part))
                .map(part -> part instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : part.toString())
                .sorted()
                .toList();
        return new UndoState(records, journal, service);
    }

    private static String withoutTimes(String row) {
        return Arrays.stream(row.split(" \\| "))
                .filter(cell -> !PASSING.contains(cell.substring(0, Math.max(0, cell.indexOf('=')))))
                .collect(Collectors.joining(" | "));
    }

    private static String text(Step step) {
        return step.kind() + " " + step.subject() + " " + step.state() + " "
                + step.problem().map(Problem::code).orElse("");
    }

    void assertEquals(UndoState before, String context) {
        records.forEach((table, rows) -> assertThat(rows)
                .as("%s of %s", table, context)
                .containsExactlyInAnyOrderElementsOf(before.records().get(table)));
        assertThat(journal).as("journal of %s", context).isEqualTo(before.journal());
        assertThat(service).as("service of %s", context).isEqualTo(before.service());
    }
}
