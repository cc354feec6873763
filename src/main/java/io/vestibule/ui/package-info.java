/// The base of every screen, without business logic.
///
/// Owns the text look-up (`Strings`), background work (`TaskRunner`), the theme and its style sheet, file choosers
/// (`FilePicker`) and pictures of scenes (`Snapshot`). Controls are in `ui.control`. May import `base`, `settings`
/// and `audit`; may be imported by `.ui` packages and `app` only.
@NullMarked
package io.vestibule.ui;

import org.jspecify.annotations.NullMarked;
