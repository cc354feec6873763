/// Exact search among face vectors held in memory: contiguous blocks of floats, one pass per probe, the best few
/// kept.
///
/// One hundred thousand vectors take 205 MB and one pass. At ten million the pass itself is the limit (20 GB of
/// floats): possible extensions are one byte per number with an exact second pass over the best few hundred, or a
/// matrix product over many probes at once; the interface of [io.vestibule.local.engine.search.VectorIndex] would not
/// change. Imports nothing.
@NullMarked
package io.vestibule.local.engine.search;

import org.jspecify.annotations.NullMarked;
