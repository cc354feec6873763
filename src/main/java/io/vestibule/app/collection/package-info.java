/// The screen Collection: what the face collection of the active company is, what it holds by our records and by its
/// own word, and what that costs a month at Amazon. Made of several rooms; owns no data.
@NullMarked
package io.vestibule.app.collection;

import org.jspecify.annotations.NullMarked;
