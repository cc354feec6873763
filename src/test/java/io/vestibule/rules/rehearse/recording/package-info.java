@NullMarked
package io.vestibule.rules.rehearse.recording;

import org.jspecify.annotations.NullMarked;
