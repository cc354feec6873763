/// Tests of the room `clip`, with recordings that they make themselves.
@NullMarked
package io.vestibule.clip;

import org.jspecify.annotations.NullMarked;
