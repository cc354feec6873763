/// Known People rules: people x cameras x week x recipients, created here and executed by the VMS. Drafts, the content
/// that a rule should have, and drift detection between what was sent and what the VMS has. The JSON of the request is
/// written in `vms`.
///
/// Owns the table `known_people_rule`. May import `people`, `vms`, `photo`, `journal`, `store`, `audit`, `settings`
/// and `base`. `rules.week` holds the schedule, `rules.rehearse` tries a rule out.
@NullMarked
package io.vestibule.rules;

import org.jspecify.annotations.NullMarked;
