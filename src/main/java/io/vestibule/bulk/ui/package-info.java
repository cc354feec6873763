/// The screen Import: choose a list, say what its columns hold, check it, decide, import, report, undo. Owns no table.
/// May import what `bulk` may, `bulk` and `ui`.
@NullMarked
package io.vestibule.bulk.ui;

import org.jspecify.annotations.NullMarked;
