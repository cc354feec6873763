package io.vestibule.store;

import io.vestibule.base.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Why a database file was not opened. Nothing was changed in it.
///
/// @param file path without the `.mv.db` that H2 appends
/// @param last what the file contained when it was last in use; empty if that is not known
/// @param found what it contains now, as far as it can be read
public record FileFault(Kind kind, Path file, Optional<Content> last, Optional<Content> found) {

    /// Ordered from the surest to the least sure.
    public enum Kind {
        /// Encrypted with another key than the vault's.
        WRONG_KEY("store.wrong-key"),
        /// The file or its content is gone.
        MISSING("store.missing"),
        /// The end of the file is gone.
        TRUNCATED("store.truncated"),
        /// An older copy lies in the place of the file.
        ROLLED_BACK("store.rolled-back"),
        /// Some bytes are not those that were written.
        DAMAGED("store.damaged");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// @param at when that was known
    /// @param rows number of rows of the main tables, by name; a table without an entry has none
    public record Content(Instant at, Map<String, Long> rows) {

        public long count(String table) {
            return rows.getOrDefault(table, 0L);
        }
    }

    /// With the name of the file.
    public Problem problem() {
        return Problem.of(kind.code(), file.getFileName() + ".mv.db");
    }
}
