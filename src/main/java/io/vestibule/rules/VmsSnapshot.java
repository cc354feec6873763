package io.vestibule.rules;

import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import io.vestibule.vms.VmsClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules, cameras, groups and aliases of the VMS at one moment.
public record VmsSnapshot(
        List<AlertRule> rules, List<Channel> cameras, List<ChannelGroup> groups, List<String> aliases, Instant at) {

    public VmsSnapshot {
        rules = List.copyOf(rules);
        cameras = List.copyOf(cameras);
        groups = List.copyOf(groups);
        aliases = List.copyOf(aliases);
    }

    /// Blocks for the network.
    ///
    /// @throws io.vestibule.vms.VmsException if any part of it cannot be read
    public static VmsSnapshot fetch(VmsClient vms, Instant now) {
        return new VmsSnapshot(vms.rules(), vms.channels(), vms.groups(), vms.aliases(), now);
    }

    public Optional<AlertRule> rule(long id) {
        return rules.stream().filter(rule -> rule.id() == id).findFirst();
    }

    public Optional<Channel> camera(long id) {
        return cameras.stream().filter(camera -> camera.id() == id).findFirst();
    }

    /// How many of these cameras do not exist on the VMS.
    public long missing(List<Long> ids) {
        return ids.stream().filter(id -> camera(id).isEmpty()).count();
    }
}
