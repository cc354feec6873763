/// What the columns of a list mean, and the person that one row describes. Owns no table. May import what `bulk` may.
@NullMarked
package io.vestibule.bulk.list;

import org.jspecify.annotations.NullMarked;
