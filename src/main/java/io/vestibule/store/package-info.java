/// Opens the encrypted database, migrates its tables, and runs transactions across packages.
///
/// Owns the database file, the order of migrations and the copies before them; owns no table. May import only
/// `base`.
@NullMarked
package io.vestibule.store;

import org.jspecify.annotations.NullMarked;
