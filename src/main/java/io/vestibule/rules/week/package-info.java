/// When a rule is armed: the week in quarter hours, its time zone, how the VMS reads it, and what that makes of real
/// days. Pure values. May import `vms` (for its schedule) and `base`.
@NullMarked
package io.vestibule.rules.week;

import org.jspecify.annotations.NullMarked;
