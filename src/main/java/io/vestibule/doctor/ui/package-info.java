/// The card of the comparison on the Collection page, and the list of what it found. Imports only `doctor` and `ui`.
@NullMarked
package io.vestibule.doctor.ui;

import org.jspecify.annotations.NullMarked;
