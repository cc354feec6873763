/// The embedded Rekognition over HTTP: AWS JSON 1.1 with Signature Version 4 on loopback, so that any AWS SDK can use
/// it, and so that a test can see the effect of a real connection on a caller. At the same address, Amazon S3
/// (`local.s3`).
///
/// Nothing is written per operation: requests and responses are converted by the SDK's own description of its shapes.
/// Owns the file with the key pair. Logs operations, codes and request ids, never bodies.
@NullMarked
package io.vestibule.local.wire;

import org.jspecify.annotations.NullMarked;
