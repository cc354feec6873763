/// Port to the VMS: alert rules, cameras, groups, aliases and the clock of a VXG VMS as typed values, with failures
/// that carry the server's own text. `RuleWriter` writes the JSON of a rule, `RuleReader` reads it. Handles ids, never
/// data of people.
///
/// Owns only the settings keys of [VmsConnectionSettings]. `vms.http` is its only adapter. May import `base` and
/// `settings`.
@NullMarked
package io.vestibule.vms;

import org.jspecify.annotations.NullMarked;
