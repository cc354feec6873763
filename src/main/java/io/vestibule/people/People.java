package io.vestibule.people;

import io.vestibule.store.Database;
import java.time.InstantSource;

/// The stores of this room in one hand, for the flows that need several of them.
public record People(
        CompanyStore companies,
        PersonStore persons,
        PhotoStore photos,
        CollectionStore collections,
        LegalBasisStore bases,
        FaceVectorStore vectors) {

    public static People in(Database database, InstantSource clock) {
        return new People(
                new CompanyStore(database),
                new PersonStore(database),
                new PhotoStore(database),
                new CollectionStore(database, clock),
                new LegalBasisStore(database),
                new FaceVectorStore(database));
    }
}
