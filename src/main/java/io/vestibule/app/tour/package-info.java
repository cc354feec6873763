/// The tour: runs the main tasks automatically, and reports them line by line, with screenshots.
@NullMarked
package io.vestibule.app.tour;

import org.jspecify.annotations.NullMarked;
