package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;
import java.util.Optional;

/// A place where people come and go.
///
/// @param vmsSiteId the group of cameras of the VMS that stands for it, as `vms.ChannelGroup.link` spells it
public record Site(SiteId id, CompanyId company, String name, Optional<String> vmsSiteId) {

    /// A site that is linked to no group of cameras.
    public Site(SiteId id, CompanyId company, String name) {
        this(id, company, name, Optional.empty());
    }
}
