/// The card of the Settings screen that says in which time zone the company lives, and how the VMS reads the hours of a
/// rule.
@NullMarked
package io.vestibule.app.setup.clock;

import org.jspecify.annotations.NullMarked;
