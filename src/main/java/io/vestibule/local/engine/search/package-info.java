/// Exact search among face vectors held in memory: contiguous blocks of floats, one pass per probe, the best few kept.
///
/// One hundred thousand vectors are 205 MB and one pass. At ten million the pass itself is the limit (20 GB of floats):
/// the way on is one byte a number with an exact second look at the best few hundred, or a matrix product over many
/// probes at once; the interface of [io.vestibule.local.engine.search.VectorIndex] stays as it is. Imports nothing.
@NullMarked
package io.vestibule.local.engine.search;

import org.jspecify.annotations.NullMarked;
