/// The embedded VMS: a stand-in that answers alert rules, cameras, groups and aliases over HTTP on this machine,
/// so that rules can be built and tried without an account. It watches no camera and fires no alert.
///
/// What is public about the real one is followed; where nothing is public it guesses, and the guess is said in a
/// comment. Reads and writes JSON on its own, so that a mistake of the client cannot pass on both sides. Owns its
/// encrypted database. Imports `store` and `base`.
@NullMarked
package io.vestibule.local.vms;

import org.jspecify.annotations.NullMarked;
