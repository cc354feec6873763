package io.vestibule.vms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A rule as the VMS has it.
///
/// @param createdAt empty where the VMS did not say, or in another spelling
/// @param topic where the VMS tells its alerts; given by it, never sent
/// @param unread keys of `raw` that are there and could not be understood; their part of `content` is a default.
///     An edit leaves them alone as long as it does not change that part
/// @param raw everything, also what we know nothing of
public record AlertRule(
        long id, Optional<Instant> createdAt, String topic, RuleContent content, Set<String> unread, RawJson raw) {

    private static final Set<String> OWN_KEYS =
            Set.of("name", "alert_type", "camera_ids", "site_ids", "event_aliases", "meta", "recipients", "schedule");

    public AlertRule {
        unread = Set.copyOf(unread);
    }

    /// Reads a rule that was kept as [#raw].
    ///
    /// @return empty if it has no id
    public static Optional<AlertRule> read(RawJson raw) {
        return RuleReader.rule(raw);
    }

    /// The collection and users that it looks for, where it is a Known People rule.
    public Optional<RuleMeta.KnownPeople> knownPeople() {
        return content.meta() instanceof RuleMeta.KnownPeople people ? Optional.of(people) : Optional.empty();
    }

    /// The exact body of a change to that: only keys that differ, with everything inside them that is not ours.
    ///
    /// @throws IllegalArgumentException for a user id that cannot be sent, see [Indexes#join]
    public RawJson changeTo(RuleContent wanted) {
        return RawJson.of(RuleWriter.change(this, wanted));
    }

    /// The whole rule as it will be after that change, for showing.
    public RawJson withChange(RuleContent wanted) {
        var whole = raw.node();
        whole.setAll(changeTo(wanted).node());
        return RawJson.of(whole);
    }

    /// Whether nobody changed what we know of, between the two readings. Keys that are not ours may tell things
    /// that move by themselves, so they do not count.
    public boolean hasSameContentAs(AlertRule other) {
        return OWN_KEYS.stream().allMatch(key -> raw.at(key).equals(other.raw.at(key)));
    }

    /// Where this rule is not what a new one was to be.
    public List<Difference> differencesFrom(RuleContent wanted) {
        return ours(wanted.body());
    }

    /// Where this rule is not what that change was to make of it. A key that is not ours counts if it is gone.
    public List<Difference> differencesFrom(AlertRule before, RuleContent wanted) {
        return ours(before.withChange(wanted));
    }

    private List<Difference> ours(RawJson wanted) {
        return Difference.between(wanted, raw).stream()
                .filter(difference -> difference.after().isEmpty()
                        || OWN_KEYS.contains(difference.path().split("/", -1)[1]))
                .toList();
    }
}
