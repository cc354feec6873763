package io.vestibule.rules;

import io.vestibule.vms.AlertRule;
import io.vestibule.vms.Channel;
import io.vestibule.vms.ChannelGroup;
import io.vestibule.vms.RuleListing;
import io.vestibule.vms.VmsClient;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules, cameras, groups and aliases of the VMS at one moment.
///
/// @param vms which VMS it is; the ids of everything in it belong to it
/// @param revision how many changes of rules had begun when the reading began
public record VmsSnapshot(
        VmsId vms,
        long revision,
        RuleListing listing,
        List<Channel> cameras,
        List<ChannelGroup> groups,
        List<String> aliases,
        Instant at) {

    public VmsSnapshot {
        cameras = List.copyOf(cameras);
        groups = List.copyOf(groups);
        aliases = List.copyOf(aliases);
    }

    /// Blocks for the network.
    ///
    /// @throws io.vestibule.vms.VmsException if any part of it cannot be read
    public static VmsSnapshot fetch(VmsClient vms, Instant now, long revision) {
        return new VmsSnapshot(vms.id(), revision, vms.listing(), vms.channels(), vms.groups(), vms.aliases(), now);
    }

    public List<AlertRule> rules() {
        return listing.rules();
    }

    /// How many rules of the VMS have no readable id.
    public int unreadable() {
        return listing.unreadable().size();
    }

    /// The present state of a rule; empty if it is gone, its number belongs to another rule now, or it is of
    /// another VMS. It may exist all the same: only what the VMS [lacks][RuleListing#lacks] is gone.
    public Optional<AlertRule> now(AlertRule known) {
        return rules().stream().filter(rule -> rule.isSameRuleAs(known)).findFirst();
    }

    /// The rule that was stored without its VMS, if it is certain to be of this one.
    Optional<AlertRule> recognize(AlertRule stored) {
        return rules().stream()
                .filter(rule -> rule.hasSameOriginAs(stored))
                .filter(rule -> (rule.hasOrigin() && stored.hasOrigin()) || rule.hasSameContentAs(stored))
                .findFirst();
    }

    public Optional<Channel> camera(long id) {
        return cameras.stream().filter(camera -> camera.id() == id).findFirst();
    }

    /// How many of these cameras do not exist on the VMS.
    public long missing(List<Long> ids) {
        return ids.stream().filter(id -> camera(id).isEmpty()).count();
    }
}
