/// Controls that screens are put together from: fields, chips, badges, banners, face tiles, empty states, overlays.
///
/// No business word and no literal colour in it: words come from `ui.Strings` or from the caller, colours from the
/// looked-up colours of the theme. May import `ui` and `base`.
@NullMarked
package io.vestibule.ui.control;

import org.jspecify.annotations.NullMarked;
