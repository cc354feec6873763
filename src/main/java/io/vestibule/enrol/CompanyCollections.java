package io.vestibule.enrol;

import io.vestibule.base.CompanyId;
import io.vestibule.cloud.FaceCollection;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.store.Database;
import java.util.Optional;
import java.util.UUID;

/// Gives a face collection to every company that lacks one, in the service in use.
public final class CompanyCollections {

    private final Database database;
    private final CompanyStore companies;
    private final FaceService faceService;

    public CompanyCollections(Database database, CompanyStore companies, FaceService faceService) {
        this.database = database;
        this.companies = companies;
        this.faceService = faceService;
    }

    /// The collection of the company; made now if it lacks one. Safe to call again after a failure half-way: the
    /// service answers the same for a collection that is there.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service cannot make it now
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

    /// What the service says of a collection now; empty if it is not there any more.
    ///
    /// @throws io.vestibule.cloud.CloudException if the service gives no answer
    public Optional<FaceCollection.CollectionInfo> describe(CollectionRef collection) {
        return faceService.faces().describe(collection.externalId());
    }

    /// The collection that the company has in the service in use already. Asks nobody.
    public Optional<CollectionRef> findExisting(CompanyId company) {
        return companies.collection(company, faceService.faces().engine(), faceService.profile(), faceService.region());
    }

    /// Called at every start.
    public void ensureAll() {
        companies.all().forEach(this::getOrCreate);
    }

    /// The collection of the company of that id, as [#getOrCreate].
    public CollectionRef getOrCreateById(CompanyId company) {
        return companies.all().stream()
                .filter(known -> known.id().equals(company))
                .findFirst()
                .map(this::getOrCreate)
                .orElseThrow(() -> new IllegalStateException("No company " + company));
    }
}
