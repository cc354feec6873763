/// What support needs: the log file of each start, versions, and the support bundle, which holds both without a name,
/// an address or a file name in it. Imports `settings`, `base`.
@NullMarked
package io.vestibule.support;

import org.jspecify.annotations.NullMarked;
