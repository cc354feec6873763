package io.vestibule.vms;

import java.util.List;
import java.util.Set;

/// The content of a rule, without what the VMS adds to it.
///
/// @param alertType `human` is the only known value
/// @param cameraIds ids of [Channel]s
/// @param siteIds ids of Cloud Two sites; we send none
/// @param eventAliases events of a camera that trigger the rule
public record RuleContent(
        String name,
        String alertType,
        List<Long> cameraIds,
        List<Long> siteIds,
        List<String> eventAliases,
        RuleMeta meta,
        Recipients recipients,
        WeekSchedule schedule) {

    public static final String HUMAN = "human";

    public RuleContent {
        cameraIds = List.copyOf(cameraIds);
        siteIds = List.copyOf(siteIds);
        eventAliases = List.copyOf(eventAliases);
    }

    /// Creates the content of a Known People rule.
    public static RuleContent knownPeople(
            String name,
            List<Long> cameraIds,
            List<String> eventAliases,
            RuleMeta.KnownPeople people,
            Recipients recipients,
            WeekSchedule schedule) {
        return new RuleContent(name, HUMAN, cameraIds, List.of(), eventAliases, people, recipients, schedule);
    }

    /// Reads a body that was exported or stored. A part that cannot be parsed gets its default; [#unread] lists its
    /// keys.
    public static RuleContent read(RawJson body) {
        return RuleReader.content(body).content();
    }

    /// Keys of a body that exist and cannot be parsed.
    public static Set<String> unread(RawJson body) {
        return Set.copyOf(RuleReader.content(body).unread());
    }

    /// The exact body of a new rule.
    ///
    /// @throws IllegalArgumentException for a user id that cannot be sent, see [Indexes#join]
    public RawJson body() {
        return RawJson.of(RuleWriter.body(this));
    }

    /// Whether `other` is this rule as the VMS stored it: the same name, cameras and meaning. Schedule and recipients
    /// are not compared, because the VMS may write them in another format.
    public boolean isSameRuleAs(RuleContent other) {
        return name.strip().equals(other.name.strip())
                && Set.copyOf(cameraIds).equals(Set.copyOf(other.cameraIds))
                && Set.copyOf(siteIds).equals(Set.copyOf(other.siteIds))
                && RuleValues.meaning(meta).equals(RuleValues.meaning(other.meta));
    }

    public RuleContent withName(String newName) {
        return new RuleContent(newName, alertType, cameraIds, siteIds, eventAliases, meta, recipients, schedule);
    }

    public RuleContent withMeta(RuleMeta newMeta) {
        return new RuleContent(name, alertType, cameraIds, siteIds, eventAliases, newMeta, recipients, schedule);
    }

    public RuleContent withSchedule(WeekSchedule newSchedule) {
        return new RuleContent(name, alertType, cameraIds, siteIds, eventAliases, meta, recipients, newSchedule);
    }
}
