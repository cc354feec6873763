/// The Privacy screen: the audit log with search, check and export.
///
/// Owns no data. May import the same packages as `privacy`, and `ui`.
@NullMarked
package io.vestibule.privacy.ui;

import org.jspecify.annotations.NullMarked;
