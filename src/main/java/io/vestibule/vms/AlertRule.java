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
        RemoteRuleId id,
        Optional<Instant> createdAt,
        String topic,
        RuleContent content,
        Set<String> unread,
        RawJson raw) {

    public AlertRule {
        unread = Set.copyOf(unread);
    }

    /// Reads a rule that was stored as [#raw].
    ///
    /// @return empty if it has no id
    public static Optional<AlertRule> read(VmsId vms, RawJson raw) {
        return RuleReader.rule(vms, raw);
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

    /// The exact body of a change to `wanted`: only keys that differ, including the nested keys that we do not
    /// know.
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

    /// This rule on another VMS, of which it turned out to be.
    public AlertRule on(VmsId vms) {
        return new AlertRule(new RemoteRuleId(vms, id.number()), createdAt, topic, content, unread, raw);
    }

    /// Whether the two readings are of one and the same rule, whatever its content: the same number on the
    /// same VMS, and, as far as both tell it, created at the same time. A VMS that was installed again gives a
    /// number twice.
    public boolean isSameRuleAs(AlertRule other) {
        return id.equals(other.id) && hasSameOriginAs(other);
    }

    /// Whether nothing that the VMS assigned at the creation differs. Says nothing about the VMS.
    public boolean hasSameOriginAs(AlertRule other) {
        if (id.number() != other.id.number()) {
            return false;
        }
        if (createdAt.isPresent() && other.createdAt.isPresent()) {
            return createdAt.equals(other.createdAt);
        }
        return topic.isBlank() || other.topic.isBlank() || topic.equals(other.topic);
    }

    /// Whether the VMS told anything by which the rule can be recognised apart from its number.
    public boolean hasOrigin() {
        return createdAt.isPresent() || !topic.isBlank();
    }

    /// Whether the two readings have the same values in all keys that we know. Unknown keys do not count,
    /// because the VMS may
    /// change their values on its own.
    public boolean hasSameContentAs(AlertRule other) {
        return RuleValues.KEYS.stream()
                .allMatch(key -> RuleValues.of(key, raw.at(key)).equals(RuleValues.of(key, other.raw.at(key))));
    }

    /// The differences between the content that was requested for a new rule and this rule.
    public List<Difference> differencesFrom(RuleContent wanted) {
        return ours(wanted.body());
    }

    /// The differences between the expected result of a change and this rule. An unknown key counts if it is
    /// missing.
    public List<Difference> differencesFrom(AlertRule before, RuleContent wanted) {
        return ours(before.withChange(wanted));
    }

    private List<Difference> ours(RawJson wanted) {
        return Difference.between(wanted, raw).stream()
                .filter(difference -> difference.after().isEmpty()
                        || RuleValues.KEYS.contains(difference.path().split("/", -1)[1]))
                .toList();
    }
}
