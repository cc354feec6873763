/// Live capture on the Enrol screen: the camera's picture, what to do told one thing at a time, and photos taken by
/// themselves. Joins the rooms `camera`, `check` and `enrol`, which do not know each other.
@NullMarked
package io.vestibule.app.live;

import org.jspecify.annotations.NullMarked;
