/// Dates on which rules are silenced or widened: the company's calendar of them, and what it makes of one rule today.
///
/// Owns the table `rule_holiday`. May import what `rules` may.
@NullMarked
package io.vestibule.rules.holiday;

import org.jspecify.annotations.NullMarked;
