package io.vestibule.setup;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.people.Site;
import io.vestibule.store.Database;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import io.vestibule.vms.VmsClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Links camera groups of the VMS to sites of the active company. A site is linked to one group at most, and a group
/// to one site.
public final class SiteLinkFlow {

    private final Supplier<VmsClient> vms;
    private final Database database;
    private final CompanyStore companies;
    private final CompanyFlow sites;
    private final Session session;
    private final AuditLog log;

    /// @param vms the VMS in use
    public SiteLinkFlow(
            Supplier<VmsClient> vms,
            Database database,
            CompanyStore companies,
            CompanyFlow sites,
            Session session,
            AuditLog log) {
        this.vms = vms;
        this.database = database;
        this.companies = companies;
        this.sites = sites;
        this.session = session;
        this.log = log;
    }

    /// The camera groups of the VMS in use. Blocks for the network.
    ///
    /// @throws io.vestibule.vms.VmsException if they cannot be read
    public List<GroupRow> groups() {
        VmsClient client = vms.get();
        Map<Long, String> names = client.channels().stream().collect(Collectors.toMap(Channel::id, Channel::name));
        List<Site> ours = sites();
        return client.groups().stream()
                .map(group -> new GroupRow(
                        group,
                        group.cameraIds().stream()
                                .map(id -> names.getOrDefault(id, String.valueOf(id)))
                                .toList(),
                        ours.stream()
                                .filter(site -> site.vmsSiteId().equals(Optional.of(group.link())))
                                .findFirst()))
                .toList();
    }

    /// Sites of the active company.
    public List<Site> sites() {
        return companies.active().map(Company::id).map(companies::sites).orElse(List.of());
    }

    /// Links a group to a site, or to none. Needs [Permission#MANAGE_SETTINGS].
    ///
    /// @throws SetupException `setup.not-found` if the site was removed meanwhile
    public void link(ChannelGroup group, Optional<Site> site) {
        session.require(Permission.MANAGE_SETTINGS);
        database.transaction(() -> {
            site.ifPresent(sites::requireKnown);
            sites().stream()
                    .filter(other -> other.vmsSiteId().equals(Optional.of(group.link())))
                    .filter(other ->
                            site.filter(one -> one.id().equals(other.id())).isEmpty())
                    .forEach(other -> set(other, Optional.empty()));
            site.ifPresent(one -> set(one, Optional.of(group.link())));
        });
    }

    /// Creates a site for a group. Needs [Permission#MANAGE_SETTINGS].
    ///
    /// @throws io.vestibule.setup.SetupException `setup.site-name-taken`
    public void add(ChannelGroup group, String name) {
        CompanyId company = companies.active().map(Company::id).orElseThrow();
        database.transaction(() -> {
            sites.addSite(company, name);
            link(
                    group,
                    sites().stream()
                            .filter(site -> site.name().equals(name.strip()))
                            .findFirst());
        });
    }

    private void set(Site site, Optional<String> link) {
        companies.link(site.id(), link);
        log.append(link.isPresent() ? "site.linked" : "site.unlinked", site.id().toString());
    }
}
