package io.vestibule.local.engine.store;

import io.vestibule.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.StatementContext;

/// Store of collections and their tags.
public final class EngineCollectionStore {

    private final Database database;

    EngineCollectionStore(Database database) {
        this.database = database;
    }

    public void insert(String id, Instant created) {
        database.with(handle -> handle.execute(
                "insert into face_collection (id, created_at) values (?, ?)", id, created.toEpochMilli()));
    }

    public Optional<CollectionRow> byId(String id) {
        return database.with(handle -> handle.createQuery("select * from face_collection where id = ?")
                .bind(0, id)
                .map(EngineCollectionStore::row)
                .findOne());
    }

    /// A page in order of creation, after the row with number `after`.
    public List<CollectionRow> page(long after, int most) {
        return database.with(
                handle -> handle.createQuery("select * from face_collection where number > ? order by number limit ?")
                        .bind(0, after)
                        .bind(1, most)
                        .map(EngineCollectionStore::row)
                        .list());
    }

    /// Deletes the collection with everything in it.
    public void delete(long number) {
        database.with(handle -> handle.execute("delete from face_collection where number = ?", number));
    }

    public long countFaces(long number) {
        return count("select count(*) from face where collection = ?", number);
    }

    public long countUsers(long number) {
        return count("select count(*) from face_user where collection = ?", number);
    }

    public Map<String, String> tags(long number) {
        return database.with(handle -> {
            var tags = new TreeMap<String, String>();
            handle.createQuery("select name, content from collection_tag where collection = ?")
                    .bind(0, number)
                    .map((result, _) -> Map.entry(result.getString("name"), result.getString("content")))
                    .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
            return tags;
        });
    }

    /// Sets these tags and replaces earlier ones with the same names.
    public void tag(long number, Map<String, String> tags) {
        untag(number, tags.keySet());
        tags.forEach((name, content) -> database.with(handle -> handle.execute(
                "insert into collection_tag (collection, name, content) values (?, ?, ?)", number, name, content)));
    }

    public void untag(long number, Collection<String> names) {
        names.forEach(name -> database.with(handle ->
                handle.execute("delete from collection_tag where collection = ? and name = ?", number, name)));
    }

    private long count(String sql, long number) {
        return database.with(handle ->
                handle.createQuery(sql).bind(0, number).mapTo(Long.class).one());
    }

    private static CollectionRow row(ResultSet result, StatementContext context) throws SQLException {
        return new CollectionRow(
                result.getLong("number"), result.getString("id"), Instant.ofEpochMilli(result.getLong("created_at")));
    }
}
