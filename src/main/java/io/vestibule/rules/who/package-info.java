/// Whom a rule looks for: people chosen one by one, groups that stay questions, and who that is at this moment. May
/// import `people` and `base`.
@NullMarked
package io.vestibule.rules.who;

import org.jspecify.annotations.NullMarked;
