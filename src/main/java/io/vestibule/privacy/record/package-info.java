/// Documents for the record, filled in from the running configuration: impact assessment, record of processing,
/// retention
/// schedule, notice and sign.
///
/// Owns the table `printed_record`. May import what its row of `RoomPlan` names.
@NullMarked
package io.vestibule.privacy.record;

import org.jspecify.annotations.NullMarked;
