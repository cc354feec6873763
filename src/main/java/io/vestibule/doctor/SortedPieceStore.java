package io.vestibule.doctor;

import io.vestibule.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores the sorted pieces of long lists in the encrypted database, since the ids of another program's users may be
/// names.
final class SortedPieceStore {

    private final Database database;

    SortedPieceStore(Database database) {
        this.database = database;
    }

    void insert(UUID sort, int piece, List<byte[]> parts) {
        database.transaction(() -> database.with(handle -> {
            var batch = handle.prepareBatch(
                    "insert into sorted_piece (sort_id, piece, part, bytes) values (:sort, :piece, :part, :bytes)");
            for (int part = 0; part < parts.size(); part++) {
                batch.bind("sort", sort)
                        .bind("piece", piece)
                        .bind("part", part)
                        .bind("bytes", parts.get(part))
                        .add();
            }
            return batch.execute();
        }));
    }

    Optional<byte[]> read(UUID sort, int piece, int part) {
        return database.with(handle -> handle.createQuery(
                        "select bytes from sorted_piece where sort_id = :sort and piece = :piece and part = :part")
                .bind("sort", sort)
                .bind("piece", piece)
                .bind("part", part)
                .mapTo(byte[].class)
                .findOne());
    }

    void delete(UUID sort) {
        database.with(handle -> handle.execute("delete from sorted_piece where sort_id = ?", sort));
    }

    /// What a comparison left that did not come to its end.
    void deleteAll() {
        database.with(handle -> handle.execute("delete from sorted_piece"));
    }
}
