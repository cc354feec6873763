/// Puts the window together: furniture, the screens that exist, and what they ask of the house.
@NullMarked
package io.vestibule.app.desktop;

import org.jspecify.annotations.NullMarked;
