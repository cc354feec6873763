/// The one clock of the program. It compares the system clock with the time that has really passed, keeps the last time
/// seen over restarts, and does not follow a jump until a person or the clock of a server confirms it.
///
/// Owns the table `clock_state`. May import `audit`, `base`, `settings` and `store`; other packages get it as
/// [io.vestibule.base.GuardedTime] or [java.time.InstantSource].
@NullMarked
package io.vestibule.clock;

import org.jspecify.annotations.NullMarked;
