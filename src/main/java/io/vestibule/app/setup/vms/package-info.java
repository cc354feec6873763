/// The part of the Settings screen that is about the VMS: which one, by which key, and which of its groups of
/// cameras stand for which of our sites. [VmsFlow] does the work, models hold no nodes, cards hold no decisions.
@NullMarked
package io.vestibule.app.setup.vms;

import org.jspecify.annotations.NullMarked;
