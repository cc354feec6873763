/// The part of the Settings screen that is about AWS: which connection, whether it works, and the policy that it needs.
/// [CloudFlow] does the work, the model holds no nodes, the card holds no decisions.
@NullMarked
package io.vestibule.app.setup.cloud;

import org.jspecify.annotations.NullMarked;
