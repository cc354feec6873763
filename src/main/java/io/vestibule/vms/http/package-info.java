/// HTTP to the VMS and to the Cloud Two login: TLS always verified, no redirect followed, no POST repeated
/// blindly, pages followed on their own host alone. Imports `vms`, `base` and `settings`.
@NullMarked
package io.vestibule.vms.http;

import org.jspecify.annotations.NullMarked;
