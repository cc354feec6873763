package io.vestibule.audit;

import io.vestibule.base.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which entries of the log are wanted. An entry fits if it fits every part that is given.
///
/// @param from inclusive
/// @param to exclusive
/// @param subjects ids; empty for entries about anything
/// @param subjectStart first characters of an id; empty for entries about anything
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<OperatorId> operator,
        Optional<String> action,
        List<String> subjects,
        String subjectStart) {

    public static final AuditQuery ALL =
            new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), "");
}
