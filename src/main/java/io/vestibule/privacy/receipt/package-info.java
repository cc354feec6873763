/// Receipts of erasures: what they say, their signature, and the documents.
///
/// Owns no data. May import what its row of `RoomPlan` names.
@NullMarked
package io.vestibule.privacy.receipt;

import org.jspecify.annotations.NullMarked;
