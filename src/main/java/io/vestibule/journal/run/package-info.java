/// The engine of the journal: claims steps that are due, performs them by the handler of their kind, retries with
/// back-off, and resumes after a crash what was being performed.
///
/// Owns the tables `job` and `step`. Contains no domain logic, no operators and no JavaFX; flows provide a
/// [io.vestibule.journal.run.StepHandler] for each [io.vestibule.journal.run.StepKind]. Imports `store` and `base`.
@NullMarked
package io.vestibule.journal.run;

import org.jspecify.annotations.NullMarked;
