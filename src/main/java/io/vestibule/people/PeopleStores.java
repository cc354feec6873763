package io.vestibule.people;

import io.vestibule.store.Database;
import java.time.InstantSource;

/// The stores of this package together, for flows that need several of them.
public record PeopleStores(
        CompanyStore companies,
        PersonStore persons,
        PhotoStore photos,
        CollectionIndexStore collections,
        LegalBasisStore bases,
        FaceVectorStore vectors) {

    public static PeopleStores create(Database database, InstantSource clock) {
        return new PeopleStores(
                new CompanyStore(database),
                new PersonStore(database),
                new PhotoStore(database),
                new CollectionIndexStore(database, clock),
                new LegalBasisStore(database),
                new FaceVectorStore(database));
    }
}
