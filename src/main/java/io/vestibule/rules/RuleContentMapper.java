package io.vestibule.rules;

import io.vestibule.people.CollectionRef;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.AlertRule;
import io.vestibule.vms.RuleContent;
import io.vestibule.vms.RuleMeta;
import java.time.Instant;
import java.util.Optional;

/// Maps a draft to the content that the VMS should have, and back.
final class RuleContentMapper {

    private RuleContentMapper() {}

    /// @param known what the VMS has; its sites and alert type, which we do not edit, are left as they are
    /// @param now decides the offset of hours that are read as UTC
    static RuleContent toContent(
            RuleDraft draft, Members members, CollectionRef collection, Optional<AlertRule> known, Instant now) {
        RuleContent content = RuleContent.knownPeople(
                draft.name().strip(),
                draft.cameras(),
                draft.eventAliases(),
                new RuleMeta.KnownPeople(collection.externalId(), members.userIds()),
                draft.recipients(),
                draft.timetable().toSchedule(now));
        return known.map(AlertRule::content)
                .map(old -> new RuleContent(
                        content.name(),
                        old.alertType(),
                        content.cameraIds(),
                        old.siteIds(),
                        content.eventAliases(),
                        content.meta(),
                        content.recipients(),
                        content.schedule()))
                .orElse(content);
    }

    /// A draft with the content of a rule of the VMS. Times between quarter hours are widened to the next quarter.
    static RuleDraft toDraft(RuleContent content, RuleDraft like, Instant now) {
        PeopleChoice who = content.meta() instanceof RuleMeta.KnownPeople people
                ? new PeopleChoice(people.userIds(), java.util.List.of())
                : PeopleChoice.NOBODY;
        return new RuleDraft(
                content.name(),
                who,
                content.cameraIds(),
                content.eventAliases(),
                timetable(content, like.timetable(), now),
                content.recipients(),
                false);
    }

    /// A rule that is still paused keeps its week, which the VMS does not have.
    private static Timetable timetable(RuleContent content, Timetable like, Instant now) {
        Timetable read = Timetable.fromSchedule(content.schedule(), like.zone(), like.reading(), now);
        return like.paused() && read.week().equals(Week.NEVER) ? like : read;
    }
}
