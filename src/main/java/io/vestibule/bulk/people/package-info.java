/// Many people who are saved already: exported, removed and renewed together, and those whom a list no longer names.
@NullMarked
package io.vestibule.bulk.people;

import org.jspecify.annotations.NullMarked;
