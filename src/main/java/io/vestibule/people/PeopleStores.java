package io.vestibule.people;

import io.vestibule.store.CompanyScope;
import java.time.InstantSource;

/// The stores of this package together, for flows that need several of them.
public record PeopleStores(
        CompanyStore companies,
        PersonStore persons,
        PhotoStore photos,
        PhotoFileStore photoFiles,
        CollectionIndexStore collections,
        LegalBasisStore bases,
        FaceVectorStore vectors,
        HoldStore holds,
        DueStore due) {

    public static PeopleStores create(CompanyScope scope, InstantSource clock) {
        return new PeopleStores(
                new CompanyStore(scope),
                new PersonStore(scope),
                new PhotoStore(scope),
                new PhotoFileStore(scope),
                new CollectionIndexStore(scope, clock),
                new LegalBasisStore(scope),
                new FaceVectorStore(scope),
                new HoldStore(scope),
                new DueStore(scope));
    }
}
