/// The screen Activity: all work that is under way, waits, has stopped or ended lately, what can be done about it, and
/// what the calls to the service cost.
///
/// Owns no data. Names of people come through [io.vestibule.journal.ui.ActivityPort]; the journal has ids only.
/// Imports `journal`, `ui`, `audit`, `base`.
@NullMarked
package io.vestibule.journal.ui;

import org.jspecify.annotations.NullMarked;
