/// The Activity screen: all jobs that are running, waiting, parked or recently ended, the actions on them, and the
/// cost of the calls to the service.
///
/// Owns no table. Names of people come through [io.vestibule.journal.ui.ActivityPort]; the journal stores only ids.
/// Imports `journal`, `ui`, `audit`, `base`.
@NullMarked
package io.vestibule.journal.ui;

import org.jspecify.annotations.NullMarked;
