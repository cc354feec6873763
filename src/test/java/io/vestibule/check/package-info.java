@NullMarked
package io.vestibule.check;

import org.jspecify.annotations.NullMarked;
