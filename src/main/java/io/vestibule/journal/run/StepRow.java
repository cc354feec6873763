package io.vestibule.journal.run;

import io.vestibule.base.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row of the table `step`, with the columns that only the runner needs.
///
/// @param owner the runner that performs it
/// @param version number of its latest claim, 0 before the first
/// @param intact whether it has the checksum of its row: a damaged step is never performed
record StepRow(Step step, Optional<UUID> owner, long version, boolean intact) {

    static final String TABLE = "step";

    static final String COLUMNS =
            "select id, job_id, place, kind, subject, state, due_at, attempts, token, problem_code,"
                    + " problem_args, owner, version";

    /// Length of the column `problem_args`.
    private static final int MAX_ARGS = 1_000;

    static final String BETWEEN_ARGS = "\u001f";

    /// Value of the column `problem_args`. Arguments that are too long together are cut, each to the same
    /// length.
    static @Nullable String joinArgs(Optional<Problem> problem) {
        return problem.map(StepRow::joined).orElse(null);
    }

    private static String joined(Problem problem) {
        var joined = String.join(BETWEEN_ARGS, problem.args());
        if (joined.length() <= MAX_ARGS) {
            return joined;
        }
        int each = MAX_ARGS / problem.args().size() - 1;
        return problem.args().stream()
                .map(arg -> arg.substring(0, Math.min(arg.length(), Math.max(0, each))))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(BETWEEN_ARGS), cut -> cut.substring(0, Math.min(cut.length(), MAX_ARGS))));
    }

    static OffsetDateTime utc(Instant instant) {
        // The tables store microseconds and would round up: a step due now would be due a moment later.
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
