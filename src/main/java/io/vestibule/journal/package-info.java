/// Remembers every step of work that must not be half-done: what, for whom, how often tried, when due, why not.
///
/// Owns the tables `job`, `step` and `billed_call`, and knows what calls cost at Amazon. Knows no business: flows bring
/// a [io.vestibule.journal.StepHandler] a
/// kind. Imports `store`, `audit`, `settings`, `base`.
@NullMarked
package io.vestibule.journal;

import org.jspecify.annotations.NullMarked;
