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
public final class Collections {

    private final Database database;
    private final CompanyStore companies;
    private final Service service;

    public Collections(Database database, CompanyStore companies, Service service) {
        this.database = database;
        this.companies = companies;
        this.service = service;
    }

    /// The collection of the company; made now if it lacks one. Safe to call again after a failure half-way: the
    /// service answers the same for a collection that is there.
    ///
    /// @throws CloudException if the service cannot make it now
    public CollectionRef of(Company company) {
        var engine = service.faces().engine();
        return known(company.id()).orElseGet(() -> {
            var externalId = company.externalFaceCollectionId().orElseGet(company::collectionId);
            var made = service.faces().create(externalId);
            return database.inTransaction(() -> {
                companies.setCollection(company.id(), externalId);
                var collection = new CollectionRef(
                        UUID.randomUUID(),
                        company.id(),
                        externalId,
                        engine,
                        service.profile(),
                        service.region(),
                        made.modelVersion());
                companies.insert(collection);
                return collection;
            });
        });
    }

    /// What the service says of a collection now; empty if it is not there any more.
    ///
    /// @throws CloudException if the service gives no answer
    public Optional<FaceCollection.CollectionInfo> describe(CollectionRef collection) {
        return service.faces().describe(collection.externalId());
    }

    /// The collection that the company has in the service in use already. Asks nobody.
    public Optional<CollectionRef> known(CompanyId company) {
        return companies.collection(company, service.faces().engine(), service.profile(), service.region());
    }

    /// Called at every start.
    public void ensureAll() {
        companies.all().forEach(this::of);
    }

    /// The collection of the company of that id, as [#of].
    public CollectionRef ofCompany(CompanyId company) {
        return companies.all().stream()
                .filter(known -> known.id().equals(company))
                .findFirst()
                .map(this::of)
                .orElseThrow(() -> new IllegalStateException("No company " + company));
    }
}
