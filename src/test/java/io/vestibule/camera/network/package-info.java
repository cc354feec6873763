/// Tests of network cameras.
@NullMarked
package io.vestibule.camera.network;

import org.jspecify.annotations.NullMarked;
