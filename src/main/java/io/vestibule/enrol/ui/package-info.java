/// The Enrol screen: form, consent, photos, and the status of the latest enrolments. Owns no table. Imports what
/// `enrol` imports, and `ui`.
@NullMarked
package io.vestibule.enrol.ui;

import org.jspecify.annotations.NullMarked;
