/// HTTP adapter for the VMS and the Cloud Two login: TLS always verified, no redirect followed, no POST repeated
/// blindly, pages followed on their own host only. Imports `vms`, `base` and `settings`.
@NullMarked
package io.vestibule.vms.http;

import org.jspecify.annotations.NullMarked;
