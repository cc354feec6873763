@NullMarked
package io.vestibule.camera.ui;

import org.jspecify.annotations.NullMarked;
