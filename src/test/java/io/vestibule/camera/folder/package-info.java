/// Tests of folders that play as a camera.
@NullMarked
package io.vestibule.camera.folder;

import org.jspecify.annotations.NullMarked;
