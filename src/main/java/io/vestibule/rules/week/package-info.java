/// When a rule is armed: the week in quarter hours, its time zone, how the VMS interprets it, and the armed periods
/// of calendar days. Immutable values. May import `vms` (for its schedule) and `base`.
@NullMarked
package io.vestibule.rules.week;

import org.jspecify.annotations.NullMarked;
