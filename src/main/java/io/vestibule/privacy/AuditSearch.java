package io.vestibule.privacy;

import io.vestibule.base.OperatorId;
import java.time.LocalDate;
import java.util.Optional;

/// What an officer is looking for in the log.
///
/// @param from first day, in the time zone of this computer
/// @param to last day, inclusive
/// @param about a name, or an id of a person, photo, rule or anything else, or its first characters; may be empty
public record AuditSearch(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<OperatorId> operator,
        Optional<AuditAction> action,
        String about) {

    public static final AuditSearch ALL =
            new AuditSearch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
}
