package io.vestibule.vms;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// A camera of the VMS. What the VMS also tells, its address, passwords and access tokens, is dropped at the
/// door.
///
/// @param zone its time zone, where the VMS names one that is known
/// @param siteIds ids of Cloud Two sites that it belongs to, from its tags
public record Channel(long id, String name, Optional<ZoneId> zone, State state, Set<String> siteIds) {

    public Channel {
        siteIds = Set.copyOf(siteIds);
    }

    /// Whether it sends pictures.
    public enum State {
        ONLINE,
        OFFLINE,
        UNKNOWN
    }
}
