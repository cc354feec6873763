package io.vestibule.people.change;

import io.vestibule.base.PersonId;
import io.vestibule.store.Database;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Counts the rows of one person and their photos in the database of the console, of any company: a row that is
/// left after an erasure is found also if the person's own row is gone.
public final class ErasedRowsStore {

    private static final Map<ErasurePlace, String> OF_PERSON = Map.of(
            ErasurePlace.RECORD, "select count(*) from person where id in (<ids>)",
            ErasurePlace.CONSENTS, "select count(*) from legal_basis where person_id in (<ids>)",
            ErasurePlace.NAMES, "select count(*) from person_entry where person_id in (<ids>)");

    private static final Map<ErasurePlace, String> OF_PHOTOS = Map.of(
            ErasurePlace.PHOTO_ROWS, "select count(*) from photo where id in (<ids>)",
            ErasurePlace.THUMBNAILS, "select count(*) from thumbnail where photo_id in (<ids>)",
            ErasurePlace.VECTORS, "select count(*) from photo_vector where photo_id in (<ids>)",
            ErasurePlace.UPLOADS, "select count(*) from photo_outbox where photo_id in (<ids>)");

    private final Database database;

    public ErasedRowsStore(Database database) {
        this.database = database;
    }

    public Map<ErasurePlace, Integer> count(PersonId person, List<UUID> photos) {
        var counts = new EnumMap<ErasurePlace, Integer>(ErasurePlace.class);
        OF_PERSON.forEach((place, sql) -> counts.put(place, count(sql, List.of(person.value()))));
        OF_PHOTOS.forEach((place, sql) -> counts.put(place, photos.isEmpty() ? 0 : count(sql, photos)));
        return counts;
    }

    private int count(String sql, List<UUID> ids) {
        return database.with(handle -> handle.createQuery(sql)
                .bindList("ids", ids)
                .mapTo(Integer.class)
                .one());
    }
}
