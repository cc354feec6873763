package io.vestibule.privacy;

import io.vestibule.audit.StoredAuditEntry;

/// An entry of the log with the names that its ids have now.
///
/// @param operator name; empty for automatic actions
/// @param about what the subject is
/// @param name of the person, also of the person on a photo; empty if the subject is nobody or was erased
public record AuditLine(StoredAuditEntry stored, String operator, About about, String name) {

    /// What the subject of an entry is.
    public enum About {
        NOTHING,
        PERSON,
        PHOTO,
        /// A person or photo that was erased: the id is all that is left.
        ERASED,
        OPERATOR,
        OTHER
    }
}
