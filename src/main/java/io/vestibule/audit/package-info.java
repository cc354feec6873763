/// Who may do what, and who did: operators, roles with their permissions, and the append-only log.
///
/// Owns the tables `operator`, `audit_entry` and `audit_head`. May be imported by every room above it; imports only
/// `base`, `settings` and `store`. Holds the names of operators and ids of everything else.
@NullMarked
package io.vestibule.audit;

import org.jspecify.annotations.NullMarked;
