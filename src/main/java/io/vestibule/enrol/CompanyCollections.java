package io.vestibule.enrol;

import io.vestibule.base.CompanyId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.store.Database;
import io.vestibule.store.ItemLoop;
import java.util.Optional;
import java.util.UUID;

/// Creates a face collection, in the service in use, for every company that has none.
public final class CompanyCollections {

    private final Database database;
    private final CompanyStore companies;
    private final FaceService faceService;

    public CompanyCollections(Database database, CompanyStore companies, FaceService faceService) {
        this.database = database;
        this.companies = companies;
        this.faceService = faceService;
    }

    /// The collection of the company; it is created now if it is missing. Idempotent: after a failure half-way the
    /// call can be repeated, since the service gives the same answer for a collection that exists.
    ///
    /// @throws CloudException if the service cannot create it now
    public CollectionRef getOrCreate(Company company) {
        var engine = faceService.faces().engine();
        return findExisting(company.id()).orElseGet(() -> {
            var externalId = company.externalFaceCollectionId().orElseGet(company::collectionId);
            var made = faceService.faces().createIfAbsent(externalId);
            return database.inTransaction(() -> {
                companies.setCollection(company.id(), externalId);
                var collection = new CollectionRef(
                        UUID.randomUUID(),
                        company.id(),
                        externalId,
                        engine,
                        faceService.profile(),
                        faceService.region(),
                        made.modelVersion());
                companies.insert(collection);
                return collection;
            });
        });
    }

    /// The service's current description of a collection; empty if the collection no longer exists.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public Optional<FaceCollection.CollectionInfo> describe(CollectionRef collection) {
        return faceService.faces().describe(collection.externalId());
    }

    /// The collection that the company already has in the service in use. Makes no call.
    public Optional<CollectionRef> findExisting(CompanyId company) {
        return companies.collection(company, faceService.faces().engine(), faceService.profile(), faceService.region());
    }

    /// Creates the collection once more in the service; it is a success if it exists.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service cannot create it now
    public void createAgain(CollectionRef collection) {
        faceService.faces().createIfAbsent(collection.externalId());
    }

    /// Called at every start. A company whose collection cannot be created does not keep the others from theirs.
    ///
    /// @throws CloudException the first failure, after all companies were tried
    public void ensureAll() {
        ItemLoop.forEachThenThrow(companies.all(), this::getOrCreate);
    }

    /// The collection of the company with that id, as [#getOrCreate].
    public CollectionRef getOrCreateById(CompanyId company) {
        return companies.all().stream()
                .filter(known -> known.id().equals(company))
                .findFirst()
                .map(this::getOrCreate)
                .orElseThrow(() -> new IllegalStateException("No company " + company));
    }
}
