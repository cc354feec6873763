package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Ids of the people and photos that were erased, written in the transaction that deletes their records. Backups may
/// still contain them for a while; a restore erases them again.
public final class ErasedStore {

    /// @param id of a person or a photo
    public record Erased(UUID id, Instant at) {}

    private final Database database;

    public ErasedStore(Database database) {
        this.database = database;
    }

    /// An older backup has both people of a merge: erasing one has to erase the other as well.
    public void addMerge(PersonId from, PersonId into) {
        database.with(handle -> handle.createUpdate("insert into erased (id, merged_into) select :from, :into"
                        + " where not exists (select 1 from erased where id = :from)")
                .bind("from", from.value())
                .bind("into", into.value())
                .execute());
    }

    /// The merge was undone.
    public void deleteMerge(PersonId from) {
        database.with(handle -> handle.execute("delete from erased where id = ? and erased_at is null", from.value()));
    }

    /// Includes the people who were merged into them, directly or indirectly.
    public void add(Collection<UUID> ids, Instant now) {
        var next = List.copyOf(ids);
        while (!next.isEmpty()) {
            var merged = new ArrayList<UUID>();
            for (var id : next) {
                insert(id, now);
                merged.addAll(database.with(handle -> handle.createQuery(
                                "select id from erased where merged_into = :id and erased_at is null")
                        .bind("id", id)
                        .mapTo(UUID.class)
                        .list()));
            }
            next = merged;
        }
    }

    private void insert(UUID id, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        int changed = database.with(
                handle -> handle.execute("update erased set erased_at = ? where id = ? and erased_at is null", at, id));
        if (changed == 0) {
            database.with(handle -> handle.createUpdate("insert into erased (id, erased_at) select :id, :at"
                            + " where not exists (select 1 from erased where id = :id)")
                    .bind("id", id)
                    .bind("at", at)
                    .execute());
        }
    }

    /// Whether this person or photo was erased.
    public boolean isErased(UUID id) {
        return database.with(handle -> handle.createQuery(
                                "select count(*) from erased where id = :id and erased_at is not null")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /// Oldest first.
    public List<Erased> all() {
        return database.with(handle -> handle.createQuery(
                        "select id, erased_at from erased where erased_at is not null order by erased_at, id")
                .map((rows, _) -> new Erased(
                        rows.getObject("id", UUID.class),
                        rows.getObject("erased_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /// How many there are; rises with every erasure.
    public long count() {
        return database.with(handle -> handle.createQuery("select count(*) from erased where erased_at is not null")
                .mapTo(Long.class)
                .one());
    }
}
