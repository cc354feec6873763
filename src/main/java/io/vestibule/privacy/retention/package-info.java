/// Retention: whose period or review is over or soon will be, what keeps them, and the proof of a month.
///
/// Owns no data; reads the tables of `people`. May import what its row of `RoomPlan` names.
@NullMarked
package io.vestibule.privacy.retention;

import org.jspecify.annotations.NullMarked;
