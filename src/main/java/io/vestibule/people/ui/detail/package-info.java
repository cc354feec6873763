/// Details of one person: facts, photos, history, and the form to edit the data.
///
/// Owns no table. Imports `people`, `ui`, `audit`, `base`.
@NullMarked
package io.vestibule.people.ui.detail;

import org.jspecify.annotations.NullMarked;
