/// What a privacy officer reads and proves: the audit log, and that a person is gone.
///
/// Owns no data. May import what its row of `RoomPlan` names.
@NullMarked
package io.vestibule.privacy;

import org.jspecify.annotations.NullMarked;
