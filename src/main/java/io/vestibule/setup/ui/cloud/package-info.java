/// The Settings cards of the connection to AWS: test, policy, use; enrolment into the collection in use; adoption of
/// users whom another program created. [io.vestibule.setup.CloudFlow] does the work.
@NullMarked
package io.vestibule.setup.ui.cloud;

import org.jspecify.annotations.NullMarked;
