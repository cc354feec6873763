/// Transfer into another collection: after the connection was changed, everybody who is missing from the collection
/// in use is enrolled there from the stored photos, and users that another program created are adopted as people.
@NullMarked
package io.vestibule.enrol.transfer;

import org.jspecify.annotations.NullMarked;
