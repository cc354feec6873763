/// The telephone to the VMS: alert rules, cameras, groups, aliases and the clock of a VXG VMS as typed values,
/// with failures that carry the server's own words. Knows ids, never people.
///
/// Owns nothing on disk but the settings keys of [VmsConnectionSettings]. `vms.http` is the one way in which it
/// telephones. Imports only `base` and `settings`.
@NullMarked
package io.vestibule.vms;

import org.jspecify.annotations.NullMarked;
