@NullMarked
package io.vestibule.camera.stream;

import org.jspecify.annotations.NullMarked;
