/// The answer to "What do you hold about me?": everything about one person in one encrypted file, to be handed over.
/// Owns no data. May import what `privacy` may.
@NullMarked
package io.vestibule.privacy.access;

import org.jspecify.annotations.NullMarked;
