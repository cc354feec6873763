/// What concerns every operation alike: the facts that members must keep to, the shape of refusals, page tokens, rates,
/// and any shape of the SDK as JSON. Driven by the SDK's own field metadata, without a line per operation. Imports
/// nothing of the house.
@NullMarked
package io.vestibule.local.engine.protocol;

import org.jspecify.annotations.NullMarked;
