/// The telephone: ports to a face collection and a photo bucket, and their AWS adapters with typed failures and one
/// rate gate. Knows ids and bytes, never people. Imports only `base` and `settings`.
@NullMarked
package io.vestibule.cloud;

import org.jspecify.annotations.NullMarked;
