/// Jobs as flows and screens see them: added with their steps in one transaction, listed, retried, given up; and the
/// calls to the service with their price.
///
/// Owns the table `billed_call`; `job` and `step` belong to [io.vestibule.journal.run], which performs them. Contains
/// no domain logic. May import `store`, `audit`, `settings`, `base`.
@NullMarked
package io.vestibule.journal;

import org.jspecify.annotations.NullMarked;
