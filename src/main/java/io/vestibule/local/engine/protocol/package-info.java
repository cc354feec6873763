/// What is common to all operations: constraints of members, error format, pagination tokens, rate limits, and any
/// shape of the SDK as JSON. Driven by the SDK's own field metadata, without code per operation. Imports no other
/// package of the project.
@NullMarked
package io.vestibule.local.engine.protocol;

import org.jspecify.annotations.NullMarked;
