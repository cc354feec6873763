package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.store.CompanyScope;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Face vectors of saved photos, computed by the embedded engine. Stored only in the encrypted database, and
/// deleted with the photo.
public final class FaceVectorStore {

    private final CompanyScope scope;

    public FaceVectorStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// @param engine the engine that computed it; vectors of two engines cannot be compared
    /// @throws io.vestibule.store.StoreException `store.other-company` if the photo is not of this scope
    public void save(PhotoId photo, String engine, float[] vector) {
        scope.requirePhoto(photo.value());
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        scope.transaction(() -> {
            scope.with(handle -> handle.execute(
                    "delete from photo_vector where photo_id = ? and " + scope.ownsPhoto("photo_id"), photo.value()));
            scope.with(handle -> handle.execute(
                    "insert into photo_vector (photo_id, engine, vector) values (?, ?, ?)",
                    photo.value(),
                    engine,
                    scope.rows().seal("photo_vector", photo.value(), bytes.array())));
        });
    }

    /// Vectors of the person's photos that are not hidden, in the order of their positions, without damaged ones.
    public Map<PhotoId, float[]> findByPerson(PersonId person, String engine) {
        var vectors = new LinkedHashMap<PhotoId, float[]>();
        scope.with(handle -> handle
                .createQuery("select v.photo_id, v.vector from photo_vector v"
                        + " join photo p on p.id = v.photo_id where p.person_id = :person and p.removed_at is null"
                        + " and " + scope.owns("p.company_id") + " and v.engine = :engine order by p.place, p.id")
                .bind("person", person.value())
                .bind("engine", engine)
                .map((rows, _) -> {
                    var photo = rows.getObject("photo_id", UUID.class);
                    return scope.rows()
                            .unsealed("photo_vector", photo, rows.getBytes("vector"))
                            .map(bytes -> vectors.put(new PhotoId(photo), floats(bytes)));
                })
                .stream()
                .count());
        return vectors;
    }

    /// @param values the vector
    @SuppressWarnings("ArrayRecordComponent") // read only
    public record StoredVector(PhotoId photo, PersonId person, float[] values) {}

    /// A page of the vectors of all photos of the company that are not hidden, in the order of their ids, without
    /// damaged ones.
    ///
    /// @param after last photo of the page before; empty for the first page
    public List<StoredVector> page(CompanyId company, String engine, Optional<PhotoId> after, int most) {
        return scope.with(handle -> handle
                .createQuery("select v.photo_id, p.person_id, v.vector from photo_vector v"
                        + " join photo p on p.id = v.photo_id where p.company_id = :company and p.removed_at is null"
                        + " and " + scope.owns("p.company_id") + " and v.engine = :engine"
                        + (after.isPresent() ? " and v.photo_id > :after" : "")
                        + " order by v.photo_id fetch first :most rows only")
                .bind("company", company.value())
                .bind("engine", engine)
                .bind("most", most)
                .bindMap(after.isPresent() ? Map.of("after", after.get().value()) : Map.of())
                .map((rows, _) -> {
                    var photo = rows.getObject("photo_id", UUID.class);
                    var person = new PersonId(rows.getObject("person_id", UUID.class));
                    return scope.rows()
                            .unsealed("photo_vector", photo, rows.getBytes("vector"))
                            .map(bytes -> new StoredVector(new PhotoId(photo), person, floats(bytes)));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static float[] floats(byte[] bytes) {
        var floats = ByteBuffer.wrap(bytes).asFloatBuffer();
        var vector = new float[floats.remaining()];
        floats.get(vector);
        return vector;
    }
}
