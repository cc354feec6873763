package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;
import java.util.Optional;

/// A location of a company that people are assigned to.
///
/// @param vmsSiteId the channel group of the VMS for this site, as `vms.ChannelGroup.link` spells it
public record Site(SiteId id, CompanyId company, String name, Optional<String> vmsSiteId) {

    /// A site that is linked to no channel group.
    public Site(SiteId id, CompanyId company, String name) {
        this(id, company, name, Optional.empty());
    }
}
