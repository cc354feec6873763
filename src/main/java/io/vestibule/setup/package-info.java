/// What first run, Settings and the Collection page do: companies and sites, the connections to AWS and to the VMS,
/// the camera, and the contents of the face collection. Flows without JavaFX. A change of a company, a site or a
/// connection is one transaction with its audit entry; the settings of the camera have none.
///
/// Owns no table and no setting: it writes those of other packages. May import every package but `app`; flows get
/// what they need by constructor, never the wiring.
@NullMarked
package io.vestibule.setup;

import org.jspecify.annotations.NullMarked;
