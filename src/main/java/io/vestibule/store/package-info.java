/// Opens the encrypted database, brings its tables up to date, and runs one transaction across rooms.
///
/// Owns the database file, its migrations' order and its backups; owns no table. Imports only `base` and `settings`.
@NullMarked
package io.vestibule.store;

import org.jspecify.annotations.NullMarked;
