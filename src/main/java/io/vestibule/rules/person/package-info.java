/// Rules and the people whom they name: who is named where, and how rules follow when somebody is removed, merged or
/// made anew.
///
/// Owns the table `rule_follow` and the step `follow-person` of the journal. May import what `rules` may.
@NullMarked
package io.vestibule.rules.person;

import org.jspecify.annotations.NullMarked;
