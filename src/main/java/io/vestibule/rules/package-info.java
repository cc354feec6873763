/// Known People rules: people x cameras x week x recipients, built here and acted on by the VMS. Drafts, the exact
/// body that is sent, and whether what the VMS has is still what was meant.
///
/// Owns the table `known_people_rule`. May import `people`, `vms`, `photo`, `journal`, `store`, `audit`, `settings`
/// and `base`. `rules.week` keeps the times, `rules.rehearse` tries a rule out.
@NullMarked
package io.vestibule.rules;

import org.jspecify.annotations.NullMarked;
