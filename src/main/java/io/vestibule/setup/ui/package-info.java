/// The Settings screen: one card per subject, each a model without nodes and a view without logic. The flows of
/// [io.vestibule.setup] do the work.
@NullMarked
package io.vestibule.setup.ui;

import org.jspecify.annotations.NullMarked;
