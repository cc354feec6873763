/// Rules and the people whom they name: which rules name a person, and the cascade to those rules when a person is
/// removed, merged or enrolled again.
///
/// Owns the table `rule_follow` and the journal step `follow-person`. May import the same packages as `rules`.
@NullMarked
package io.vestibule.rules.person;

import org.jspecify.annotations.NullMarked;
