/// The embedded Rekognition on the wire: AWS JSON 1.1 with Signature Version 4 over loopback HTTP, so that any AWS SDK
/// can use it, and so that a test can see what a real connection does to a caller.
///
/// Nothing is written per operation: requests and answers go by the SDK's own description of its shapes. Owns the file
/// with the key pair. Logs operations, codes and request ids, never bodies.
@NullMarked
package io.vestibule.local.wire;

import org.jspecify.annotations.NullMarked;
