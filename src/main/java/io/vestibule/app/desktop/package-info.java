/// Assembles the window: screen context, screens, and the adapters of the screens' ports.
@NullMarked
package io.vestibule.app.desktop;

import org.jspecify.annotations.NullMarked;
