/// The Enrol screen: form, consent, photos, and what became of the people saved last. Imports what `enrol` may, and
/// `ui`.
@NullMarked
package io.vestibule.enrol.ui;

import org.jspecify.annotations.NullMarked;
