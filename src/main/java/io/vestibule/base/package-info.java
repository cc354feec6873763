/// Words that every room shares: problems, progress, counts, ids. No logic, no state; imports no other room.
@NullMarked
package io.vestibule.base;

import org.jspecify.annotations.NullMarked;
