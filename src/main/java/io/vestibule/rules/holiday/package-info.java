/// Dates on which rules are silenced or widened: the calendar of the company, and its override of one rule for today.
///
/// Owns the table `rule_holiday`. May import the same packages as `rules`.
@NullMarked
package io.vestibule.rules.holiday;

import org.jspecify.annotations.NullMarked;
