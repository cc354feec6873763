/// The first-run screen, and the Settings card of companies and their sites. [io.vestibule.setup.CompanyFlow] does
/// the work.
@NullMarked
package io.vestibule.setup.ui.company;

import org.jspecify.annotations.NullMarked;
