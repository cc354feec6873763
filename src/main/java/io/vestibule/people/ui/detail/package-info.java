/// All about one person: facts, photos, history, and the form to correct what was typed.
///
/// Owns no data. Imports `people`, `ui`, `audit`, `base`.
@NullMarked
package io.vestibule.people.ui.detail;

import org.jspecify.annotations.NullMarked;
