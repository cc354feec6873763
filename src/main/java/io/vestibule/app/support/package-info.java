/// What helps whoever has to find out what went wrong: the log of each start, versions, and the bundle that holds both
/// without a name, an address or a file name in it.
@NullMarked
package io.vestibule.app.support;

import org.jspecify.annotations.NullMarked;
