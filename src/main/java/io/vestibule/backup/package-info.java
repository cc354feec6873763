/// Backups: one encrypted file with everything of a data folder as it was at one moment, the folder of such files, and
/// the way back. Also the list of what was erased, which outlives every backup, so that a restore brings nobody back.
///
/// May import `store`, `settings` and `base`.
@NullMarked
package io.vestibule.backup;

import org.jspecify.annotations.NullMarked;
