/// The furniture: what every screen is made of, and nothing that knows the business.
///
/// Owns the words look-up (`Strings`), the one door to background work (`TaskRunner`), the theme and its style sheet,
/// file choosers (`FilePicker`) and pictures of scenes (`Snapshot`). Controls are in `ui.control`. May import `base`,
/// `settings` and `audit`; may be imported by `.ui` packages and `app` only.
@NullMarked
package io.vestibule.ui;

import org.jspecify.annotations.NullMarked;
