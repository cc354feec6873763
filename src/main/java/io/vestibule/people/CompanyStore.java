package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.NameOrder;
import io.vestibule.base.SiteId;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Companies, their sites and their collections.
public final class CompanyStore {

    private final CompanyScope scope;

    public CompanyStore(CompanyScope scope) {
        this.scope = scope;
    }

    public List<Company> all() {
        return scope.with(handle -> handle
                .createQuery("select id, name, external_face_collection_id, active from company order by name, id")
                .map((rows, _) -> company(rows))
                .list()
                .stream()
                .sorted(NameOrder.by(Company::name))
                .toList());
    }

    public Optional<Company> active() {
        return all().stream().filter(Company::active).findFirst();
    }

    public void insert(Company company, Instant now) {
        scope.with(handle -> handle.createUpdate("insert into company (id, name, active, created_at, version)"
                        + " values (:id, :name, :active, :now, 0)")
                .bind("id", company.id().value())
                .bind("name", company.name())
                .bind("active", company.active())
                .bind("now", Sql.utc(now))
                .execute());
    }

    public void rename(CompanyId company, String name) {
        scope.with(
                handle -> handle.createUpdate("update company set name = :name, version = version + 1 where id = :id")
                        .bind("name", name)
                        .bind("id", company.value())
                        .execute());
    }

    /// Sets the console to this company.
    public void activate(CompanyId company) {
        scope.with(handle -> handle.createUpdate("update company set active = (id = :id)")
                .bind("id", company.value())
                .execute());
    }

    /// Stores the collection id of a company; it is never changed afterwards.
    public void setCollection(CompanyId company, String collectionId) {
        scope.with(handle -> handle.createUpdate("update company set external_face_collection_id = :collection,"
                        + " version = version + 1 where id = :id and external_face_collection_id is null")
                .bind("collection", collectionId)
                .bind("id", company.value())
                .execute());
    }

    public List<Site> sites(CompanyId company) {
        return scope.with(handle -> handle
                .createQuery("select id, name, vms_site_id from site where company_id = :company and "
                        + scope.owns("company_id") + " order by name")
                .bind("company", company.value())
                .map((rows, _) -> new Site(
                        new SiteId(rows.getObject("id", UUID.class)),
                        company,
                        rows.getString("name"),
                        Optional.ofNullable(rows.getString("vms_site_id"))))
                .list()
                .stream()
                .sorted(NameOrder.by(Site::name))
                .toList());
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the site is not of this scope
    public void insert(Site site) {
        scope.requireOwned(site.company().value());
        insertSite(site);
    }

    /// A new company with its first sites.
    public void insert(Company company, List<Site> sites, Instant now) {
        scope.transaction(() -> {
            insert(company, now);
            sites.forEach(this::insertSite);
        });
    }

    private void insertSite(Site site) {
        scope.with(handle -> handle.createUpdate("insert into site (id, company_id, name, vms_site_id, version)"
                        + " values (:id, :company, :name, :vms, 0)")
                .bind("id", site.id().value())
                .bind("company", site.company().value())
                .bind("name", site.name())
                .bind("vms", site.vmsSiteId().orElse(null))
                .execute());
    }

    public void rename(SiteId site, String name) {
        scope.with(
                handle -> handle.createUpdate("update site set name = :name, version = version + 1 where id = :id and "
                                + scope.owns("company_id"))
                        .bind("name", name)
                        .bind("id", site.value())
                        .execute());
    }

    /// Links a site to a channel group of the VMS, or removes the link.
    public void link(SiteId site, Optional<String> vmsSiteId) {
        scope.with(handle -> handle.createUpdate(
                        "update site set vms_site_id = :vms, version = version + 1 where id = :id and "
                                + scope.owns("company_id"))
                .bind("vms", vmsSiteId.orElse(null))
                .bind("id", site.value())
                .execute());
    }

    /// Removes the links of all sites of this scope, because another VMS numbers its groups differently.
    public void unlinkSites() {
        scope.with(handle -> handle.createUpdate(
                        "update site set vms_site_id = null, version = version + 1 where vms_site_id is not null and "
                                + scope.owns("company_id"))
                .execute());
    }

    /// Deletes a site that no person is assigned to.
    ///
    /// @return false, and nothing changed, if a person is assigned to it
    public boolean removeUnused(SiteId site) {
        return scope.with(
                        handle -> handle.createUpdate("delete from site where id = :id and " + scope.owns("company_id")
                                        + " and not exists (select 1 from person_site where site_id = :id)")
                                .bind("id", site.value())
                                .execute())
                == 1;
    }

    /// The collection of a company in the given service, if it was created.
    public Optional<CollectionRef> collection(CompanyId company, String engine, String profile, String region) {
        return scope.with(handle -> handle.createQuery("select id, external_id, model from collection_ref"
                        + " where company_id = :company and engine = :engine and profile = :profile and region = :region and "
                        + scope.owns("company_id"))
                .bind("company", company.value())
                .bind("engine", engine)
                .bind("profile", profile)
                .bind("region", region)
                .map((rows, _) -> new CollectionRef(
                        rows.getObject("id", UUID.class),
                        company,
                        rows.getString("external_id"),
                        engine,
                        profile,
                        region,
                        rows.getString("model")))
                .findOne());
    }

    /// @throws io.vestibule.store.StoreException `store.other-company` if the collection is not of
    ///     this scope
    public void insert(CollectionRef collection) {
        scope.requireOwned(collection.company().value());
        scope.with(handle -> handle.createUpdate(
                        "insert into collection_ref (id, company_id, external_id, engine,"
                                + " profile, region, model) values (:id, :company, :external, :engine, :profile, :region, :model)")
                .bind("id", collection.id())
                .bind("company", collection.company().value())
                .bind("external", collection.externalId())
                .bind("engine", collection.engine())
                .bind("profile", collection.profile())
                .bind("region", collection.region())
                .bind("model", collection.model())
                .execute());
    }

    /// Records the version of the model that made the vectors of a collection.
    public void setModel(UUID collection, String model) {
        scope.with(handle -> handle.createUpdate(
                        "update collection_ref set model = :model where id = :id and " + scope.owns("company_id"))
                .bind("id", collection)
                .bind("model", model)
                .execute());
    }

    private static Company company(ResultSet rows) throws SQLException {
        return new Company(
                new CompanyId(rows.getString("id")),
                rows.getString("name"),
                Optional.ofNullable(rows.getString("external_face_collection_id")),
                rows.getBoolean("active"));
    }
}
