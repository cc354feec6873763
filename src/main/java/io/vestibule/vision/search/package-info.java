/// Exact search among face vectors held in memory: codes of sign bits are compared first, then the vectors of the few
/// whose codes are near; the best few are kept.
///
/// One vector takes 1,024 bytes as whole numbers of two bytes and 128 bytes as code. Imports nothing.
@NullMarked
package io.vestibule.vision.search;

import org.jspecify.annotations.NullMarked;
