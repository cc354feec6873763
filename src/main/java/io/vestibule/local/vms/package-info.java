/// The embedded VMS: a simulator that serves alert rules, cameras, groups and aliases over HTTP on this computer, so
/// that rules can be created and tried without an account. It processes no camera and raises no alert.
///
/// It follows what is public about the real VMS; where nothing is public it guesses, and a comment says so. It has
/// its own JSON code, so that an error of the client is not repeated on both sides. Owns its encrypted database.
/// Imports `store` and `base`.
@NullMarked
package io.vestibule.local.vms;

import org.jspecify.annotations.NullMarked;
