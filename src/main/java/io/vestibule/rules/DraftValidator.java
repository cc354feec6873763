package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.rules.DraftProblem.DraftSection;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.Channel;
import io.vestibule.vms.Recipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Validates a draft before it is sent: errors that block sending, and warnings.
public final class DraftValidator {

    /// The VMS documents no limit; its other objects accept this length, and longer names are cut on its screens.
    public static final int LONGEST_NAME = 200;

    private final List<DraftProblem> found = new ArrayList<>();

    private DraftValidator() {}

    /// Problems in the order of the sections on the screen.
    ///
    /// @param snapshot empty while the VMS has not been reached; its cameras and events are then not validated
    public static List<DraftProblem> validate(RuleDraft draft, Members members, Optional<VmsSnapshot> snapshot) {
        DraftValidator check = new DraftValidator();
        check.name(draft.name().strip());
        check.people(draft.people(), members);
        check.cameras(draft, snapshot);
        check.warn(draft.timetable().week().armedQuarters() == 0, DraftSection.SCHEDULE, "rules.never-armed", 0);
        check.recipients(draft.recipients());
        return List.copyOf(check.found);
    }

    public static boolean blocked(List<DraftProblem> problems) {
        return problems.stream().anyMatch(DraftProblem::blocks);
    }

    private void name(String name) {
        block(name.isEmpty(), DraftSection.NAME, "rules.no-name", 0);
        block(name.length() > LONGEST_NAME, DraftSection.NAME, "rules.long-name", LONGEST_NAME);
    }

    private void people(PeopleChoice choice, Members members) {
        int never = members.unmatchable().size();
        int waiting = members.notActive().size() - never;
        block(members.userIds().isEmpty() && members.leftOut() == 0, DraftSection.PEOPLE, "rules.nobody", 0);
        block(members.userIds().isEmpty() && members.leftOut() > 0, DraftSection.PEOPLE, "rules.nobody-active", 0);
        block(members.nobodyMatches(), DraftSection.PEOPLE, "rules.nobody-matches", 0);
        block(never > 0 && !members.nobodyMatches(), DraftSection.PEOPLE, "rules.never-match", never);
        block(waiting > 0, DraftSection.PEOPLE, "rules.not-active", waiting);
        block(members.sitesGone() > 0, DraftSection.PEOPLE, "rules.site-gone", members.sitesGone());
        warn(
                !members.unknown().isEmpty(),
                DraftSection.PEOPLE,
                "rules.people-gone",
                members.unknown().size());
        warn(
                members.leftOut() > 0 && !members.userIds().isEmpty() && !choice.isEmpty(),
                DraftSection.PEOPLE,
                "rules.left-out",
                members.leftOut());
    }

    private void cameras(RuleDraft draft, Optional<VmsSnapshot> snapshot) {
        block(draft.cameras().isEmpty(), DraftSection.CAMERAS, "rules.no-camera", 0);
        block(draft.eventAliases().isEmpty(), DraftSection.CAMERAS, "rules.no-event", 0);
        snapshot.ifPresent(seen -> {
            long missing = seen.missing(draft.cameras());
            long strange = draft.eventAliases().stream()
                    .filter(alias -> !seen.aliases().contains(alias))
                    .count();
            long off = draft.cameras().stream()
                    .flatMap(id -> seen.camera(id).stream())
                    .filter(camera -> camera.state() == Channel.State.OFFLINE)
                    .count();
            block(missing > 0, DraftSection.CAMERAS, "rules.camera-missing", missing);
            block(strange > 0, DraftSection.CAMERAS, "rules.event-missing", strange);
            warn(off > 0, DraftSection.CAMERAS, "rules.camera-offline", off);
        });
    }

    private void recipients(Recipients recipients) {
        long wrong = wrong(AddressType.EMAIL, recipients.email()) + wrong(AddressType.PHONE, recipients.sms());
        block(wrong > 0, DraftSection.RECIPIENTS, "rules.bad-address", wrong);
        warn(
                recipients.app().isEmpty()
                        && recipients.email().isEmpty()
                        && recipients.sms().isEmpty(),
                DraftSection.RECIPIENTS,
                "rules.nobody-told",
                0);
    }

    private static long wrong(AddressType kind, List<String> addresses) {
        return addresses.stream().filter(address -> !kind.accepts(address)).count();
    }

    private void block(boolean wrong, DraftSection draftSection, String code, long count) {
        add(wrong, draftSection, code, count, true);
    }

    private void warn(boolean wrong, DraftSection draftSection, String code, long count) {
        add(wrong, draftSection, code, count, false);
    }

    private void add(boolean wrong, DraftSection draftSection, String code, long count, boolean blocks) {
        if (wrong) {
            found.add(new DraftProblem(draftSection, count == 0 ? Problem.of(code) : Problem.of(code, count), blocks));
        }
    }
}
