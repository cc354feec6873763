/// The first-run screen and the Settings screen: companies, sites, operators, limits, look, and where the data lies.
/// A model holds no nodes, a card holds no decisions, and [CompanyFlow] does the work.
@NullMarked
package io.vestibule.app.setup;

import org.jspecify.annotations.NullMarked;
