/// The Settings cards of the VMS: which one, by which key, and which of its camera groups is linked to which site.
/// [io.vestibule.setup.VmsFlow] and [io.vestibule.setup.SiteLinkFlow] do the work.
@NullMarked
package io.vestibule.setup.ui.vms;

import org.jspecify.annotations.NullMarked;
