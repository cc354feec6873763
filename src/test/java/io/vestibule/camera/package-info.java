@NullMarked
package io.vestibule.camera;

import org.jspecify.annotations.NullMarked;
