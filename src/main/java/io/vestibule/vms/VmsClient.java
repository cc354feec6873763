package io.vestibule.vms;

import java.util.List;
import java.util.Set;

/// What the console asks of a VMS. Every method blocks for the network (30 seconds a call at most), so call it in
/// the background; every method throws [VmsException] and nothing else. Safe for many threads.
public interface VmsClient {

    /// Where it telephones to.
    VmsAddress address();

    /// All rules of all kinds, ours and others', by id.
    List<AlertRule> rules();

    /// @throws VmsException [VmsFailure.NotFound] if it was deleted
    AlertRule rule(long id);

    /// Ids of all rules that there are now. Keep them before [#create], beside what is to be created.
    Set<Long> ruleIds();

    /// Creates a rule, at most once for the same `before`.
    ///
    /// A rule that is not in `before` and [answers][RuleContent#isSameRuleAs] the wanted one is taken for ours: so
    /// a call that lost its answer, or a crash after it, is mended by calling again with the same `before`. The
    /// POST itself is sent once; where its answer is lost, the rules are listed and searched for it.
    ///
    /// @param before what [#ruleIds] said before the first attempt
    /// @throws VmsException [VmsFailure.NoAnswer] if the answer was lost and no such rule is there (yet)
    SaveResult create(RuleContent wanted, Set<Long> before);

    /// Changes what differs between `known` and `wanted` and leaves everything else as it is on the VMS. Reads
    /// the rule first; where nothing differs nothing is sent.
    ///
    /// @throws VmsException [VmsFailure.ChangedMeanwhile] if the rule is not as `known` any more; nothing was
    ///     sent
    SaveResult update(AlertRule known, RuleContent wanted);

    /// @return false if there was no such rule any more
    boolean delete(long id);

    /// All cameras, by id.
    List<Channel> channels();

    /// All groups of cameras; those of sites are told by [ChannelGroup#siteId].
    List<ChannelGroup> groups();

    /// Names of event aliases that a rule can listen to.
    List<String> aliases();

    /// The server's clock beside ours. The cheapest way to ask whether it is there; proves nothing about the key.
    ServerTime time();

    /// The events that a camera knows.
    List<CameraEvent> events(long channel);
}
