/// Tests of folders that are played as a camera.
@NullMarked
package io.vestibule.camera.folder;

import org.jspecify.annotations.NullMarked;
