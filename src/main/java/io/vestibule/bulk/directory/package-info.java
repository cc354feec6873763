/// People of a directory (LDAP, Active Directory): read over TLS, imported like the rows of a list, and removed a while
/// after they left it.
///
/// Sole owner of the tables `directory_sync` and `directory_leaver`.
@NullMarked
package io.vestibule.bulk.directory;

import org.jspecify.annotations.NullMarked;
