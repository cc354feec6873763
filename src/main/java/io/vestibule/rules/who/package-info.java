/// The people whom a rule looks for: people chosen individually, groups stored as queries, and their current members.
/// May import `people` and `base`.
@NullMarked
package io.vestibule.rules.who;

import org.jspecify.annotations.NullMarked;
