/// Operators, roles with their permissions, the session, and the append-only audit log.
///
/// Owns the tables `operator`, `audit_entry` and `audit_head`. Stores names of operators only, and ids of everything
/// else. May be imported by every package above it; may import `base`, `settings` and `store`.
@NullMarked
package io.vestibule.audit;

import org.jspecify.annotations.NullMarked;
