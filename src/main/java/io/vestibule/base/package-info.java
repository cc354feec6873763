/// Types that every package shares: problems, progress, ids. No logic, no state; imports no other package.
@NullMarked
package io.vestibule.base;

import org.jspecify.annotations.NullMarked;
