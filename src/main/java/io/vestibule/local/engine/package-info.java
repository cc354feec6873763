/// Amazon Rekognition on this computer, in this process, behind the SDK's own client interface.
///
/// [io.vestibule.local.engine.LocalRekognition] dispatches each request by its type to one operation. An operation
/// reads and changes the database of the `store` package, searches the vectors of the `search` package and detects
/// faces with `vision`; what is common to all operations (validation, rate limits, idempotency tokens, error format)
/// is implemented once.
///
/// Where the service's behaviour is not documented, the choice made here is noted in a comment. Similarities are
/// those of the built-in model and are not comparable with the service's.
@NullMarked
package io.vestibule.local.engine;

import org.jspecify.annotations.NullMarked;
