/// Controls that screens are composed of: fields, chips, badges, banners, face tiles, empty states, overlays.
///
/// Contains no business text and no literal colour: texts come from `ui.Strings` or from the caller, colours from the
/// looked-up colours of the theme. May import `ui` and `base`.
@NullMarked
package io.vestibule.ui.control;

import org.jspecify.annotations.NullMarked;
