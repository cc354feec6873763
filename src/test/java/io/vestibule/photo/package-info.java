@NullMarked
package io.vestibule.photo;

import org.jspecify.annotations.NullMarked;
