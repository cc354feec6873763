package io.vestibule.vms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A rule as the VMS stores it.
///
/// @param createdAt empty where the VMS did not send it, or sent it in another format
/// @param topic topic on which the VMS publishes the alerts; assigned by the VMS, never sent
/// @param unread keys of `raw` that exist and could not be parsed; their part of `content` is a default. A change
///     leaves these keys as they are unless it changes that part
/// @param raw the whole object, including unknown keys
public record AlertRule(
        long id, Optional<Instant> createdAt, String topic, RuleContent content, Set<String> unread, RawJson raw) {

    private static final Set<String> OWN_KEYS =
            Set.of("name", "alert_type", "camera_ids", "site_ids", "event_aliases", "meta", "recipients", "schedule");

    public AlertRule {
        unread = Set.copyOf(unread);
    }

    /// Reads a rule that was stored as [#raw].
    ///
    /// @return empty if it has no id
    public static Optional<AlertRule> read(RawJson raw) {
        return RuleReader.rule(raw);
    }

    /// Whether the people of the rule are in one of these collections.
    public boolean isOfCollection(Set<String> collections) {
        return knownPeople()
                .filter(people -> collections.contains(people.collection()))
                .isPresent();
    }

    /// The collection and users that the rule looks for, if it is a Known People rule.
    public Optional<RuleMeta.KnownPeople> knownPeople() {
        return content.meta() instanceof RuleMeta.KnownPeople people ? Optional.of(people) : Optional.empty();
    }

    /// The exact body of a change to `wanted`: only keys that differ, including the nested keys that we do not know.
    ///
    /// @throws IllegalArgumentException for a user id that cannot be sent, see [Indexes#join]
    public RawJson changeTo(RuleContent wanted) {
        return RawJson.of(RuleWriter.change(this, wanted));
    }

    /// The whole rule as it will be after that change, for display.
    public RawJson withChange(RuleContent wanted) {
        var whole = raw.node();
        whole.setAll(changeTo(wanted).node());
        return RawJson.of(whole);
    }

    /// Whether the two readings are equal in all keys that we know. Unknown keys do not count, because the VMS may
    /// change their values on its own.
    public boolean hasSameContentAs(AlertRule other) {
        return OWN_KEYS.stream().allMatch(key -> raw.at(key).equals(other.raw.at(key)));
    }

    /// The differences between the content that was requested for a new rule and this rule.
    public List<Difference> differencesFrom(RuleContent wanted) {
        return ours(wanted.body());
    }

    /// The differences between the expected result of a change and this rule. An unknown key counts if it is missing.
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
