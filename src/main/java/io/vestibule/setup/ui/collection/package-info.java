/// The Collection page: which face collection the active company has, what it holds by local records and by the
/// service's own count, and what that costs a month at Amazon. [io.vestibule.setup.CollectionReader] reads it.
@NullMarked
package io.vestibule.setup.ui.collection;

import org.jspecify.annotations.NullMarked;
