/// Amazon Rekognition on this machine, in this process, behind the SDK's own client interface.
///
/// [io.vestibule.local.engine.LocalRekognition] leads each request by its type to one operation. An operation reads
/// and changes the database of the `store` part, searches the vectors of the `search` part and sees with `vision`;
/// whatever concerns every operation alike (constraints, rates, repeated tokens, error shape) is done once, for all.
///
/// Where the service's behaviour is not documented the choice made here is noted beside the code. Scores are those of
/// the built-in model and are not comparable with the service's.
@NullMarked
package io.vestibule.local.engine;

import org.jspecify.annotations.NullMarked;
