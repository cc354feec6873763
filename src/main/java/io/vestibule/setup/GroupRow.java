package io.vestibule.setup;

import io.vestibule.people.Site;
import io.vestibule.vms.ChannelGroup;
import java.util.List;
import java.util.Optional;

/// A group of cameras beside the site of ours that it stands for.
///
/// @param cameras names, by which people recognise a group that has none of its own
public record GroupRow(ChannelGroup group, List<String> cameras, Optional<Site> site) {

    public GroupRow {
        cameras = List.copyOf(cameras);
    }
}
