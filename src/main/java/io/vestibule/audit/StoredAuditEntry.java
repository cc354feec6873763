package io.vestibule.audit;

/// An entry as it is stored.
///
/// @param hash that holds it to the entry before, 64 hexadecimal digits
public record StoredAuditEntry(AuditEntry entry, String hash) {}
