/// The People screen: search and filter people, and see the status of their photos.
///
/// Owns no table. Imports `people`, `photo`, `ui`, `audit`, `base`.
@NullMarked
package io.vestibule.people.ui;

import org.jspecify.annotations.NullMarked;
