/// Reads untrusted lists and photos: folders, CSV and XLSX files, and ZIP archives of both. Rows that cannot be read
/// are named and skipped. Owns no table. May import what `bulk` may.
@NullMarked
package io.vestibule.bulk.source;

import org.jspecify.annotations.NullMarked;
