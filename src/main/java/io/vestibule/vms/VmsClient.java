package io.vestibule.vms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Port: the VMS operations that the console uses. Every method blocks for the network (at most 30 seconds for each
/// call), so call it on a background thread; every method throws [VmsException] and nothing else. Thread-safe.
public interface VmsClient {

    /// Which VMS this is. Every rule that is read has this id, and a rule of another VMS is refused with
    /// [VmsFailure.OtherVms] before anything is sent.
    VmsId id();

    /// The address of the VMS.
    VmsAddress address();

    /// All rules of all kinds, including those not created here. A row whose id cannot be read does not make the
    /// others unreadable.
    RuleListing listing();

    /// The rules of [#listing] by id, without the rows that cannot be read.
    default List<AlertRule> rules() {
        return listing().rules();
    }

    /// @throws VmsException [VmsFailure.NotFound] if it was deleted
    AlertRule rule(RemoteRuleId id);

    /// Ids of all rules that exist now. Store them before [#create], together with the content to create.
    Set<RemoteRuleId> ruleIds();

    /// Creates a rule, at most once for the same `before`: calling it again is idempotent.
    ///
    /// A rule that is not in `before` and [has the same content][RuleContent#isSameRuleAs] is taken for the wanted
    /// one: so after a lost answer or a crash, retry with the same `before`. The POST itself is sent once; if its
    /// answer is lost, the rules are listed and searched for it.
    ///
    /// @param before the result of [#ruleIds] before the first attempt
    /// @throws VmsException [VmsFailure.NoAnswer] if the answer was lost and no such rule exists (yet);
    ///     [VmsFailure.UnreadableRow] if a row without a readable id has the wanted content, and nothing was sent
    SaveResult create(RuleContent wanted, Set<RemoteRuleId> before);

    /// Changes what differs between `known` and `wanted` and leaves everything else as it is on the VMS. Reads the
    /// rule first; if nothing differs, nothing is sent.
    ///
    /// @throws VmsException [VmsFailure.ChangedMeanwhile] if the rule differs from `known`; nothing was sent
    SaveResult update(AlertRule known, RuleContent wanted);

    /// Reads the rule first, and deletes it only if it is still [the same rule][AlertRule#isSameRuleAs].
    ///
    /// @return false if the rule did not exist any more
    boolean delete(AlertRule known);

    /// All cameras, by id.
    List<Channel> channels();

    /// All camera groups; [ChannelGroup#siteId] tells which of them represent sites.
    List<ChannelGroup> groups();

    /// Names of event aliases that a rule can use as a trigger.
    List<String> aliases();

    /// The server's clock compared with the local one. The cheapest call to check whether the server is
    /// reachable; it does not check the key.
    ServerTime time();

    /// The time in the `Date` header of any answer, also of one that refuses the call; empty without that header.
    Optional<Instant> date();

    /// The events that a camera supports.
    List<CameraEvent> events(long channel);
}
