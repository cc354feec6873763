package io.vestibule.setup;

import io.vestibule.people.Site;
import io.vestibule.vms.ChannelGroup;
import java.util.List;
import java.util.Optional;

/// A camera group of the VMS, with the site that it is linked to.
///
/// @param cameras names, by which people recognise a group without a name
public record GroupRow(ChannelGroup group, List<String> cameras, Optional<Site> site) {

    public GroupRow {
        cameras = List.copyOf(cameras);
    }
}
