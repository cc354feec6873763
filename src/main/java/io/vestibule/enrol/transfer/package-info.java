/// Into another collection: everybody whom the collection in use does not know yet is enrolled there from the
/// photos that were kept, when the connection was changed; and users whom
/// others put into the collection become people.
@NullMarked
package io.vestibule.enrol.transfer;

import org.jspecify.annotations.NullMarked;
