package io.vestibule.vms;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// A camera of the VMS. The other fields that the VMS sends, such as address, passwords and access tokens, are
/// dropped on reading.
///
/// @param zone time zone of the camera, where the VMS sends one that is known
/// @param siteIds ids of the Cloud Two sites that it belongs to, from its tags
public record Channel(long id, String name, Optional<ZoneId> zone, State state, Set<String> siteIds) {

    public Channel {
        siteIds = Set.copyOf(siteIds);
    }

    /// Whether the camera is streaming.
    public enum State {
        ONLINE,
        OFFLINE,
        UNKNOWN
    }
}
