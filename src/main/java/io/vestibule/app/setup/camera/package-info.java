/// The card of the Settings screen that says where the live picture comes from and how photos are taken from it.
@NullMarked
package io.vestibule.app.setup.camera;

import org.jspecify.annotations.NullMarked;
