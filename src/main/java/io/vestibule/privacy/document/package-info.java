/// Documents on A4 as PDF: headings, text, tables and QR codes, in fonts that are embedded.
///
/// Owns no data. May import what its row of `RoomPlan` names.
@NullMarked
package io.vestibule.privacy.document;

import org.jspecify.annotations.NullMarked;
