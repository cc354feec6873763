package io.vestibule.rules;

import io.vestibule.base.Problem;
import io.vestibule.rules.DraftProblem.Place;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.vms.Channel;
import io.vestibule.vms.Recipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is wrong with a draft, and what is worth knowing before it is sent.
public final class DraftCheck {

    /// The VMS names no limit; its other objects take that much, and longer names are cut on its screens.
    public static final int LONGEST_NAME = 200;

    private final List<DraftProblem> found = new ArrayList<>();

    private DraftCheck() {}

    /// In the order of the screen.
    ///
    /// @param picture empty while the VMS was not reached; then its cameras and events are not judged
    public static List<DraftProblem> of(RuleDraft draft, Members members, Optional<VmsPicture> picture) {
        DraftCheck check = new DraftCheck();
        check.name(draft.name().strip());
        check.who(draft.who(), members);
        check.where(draft, picture);
        check.warn(draft.when().week().count() == 0, Place.WHEN, "rules.never-armed", 0);
        check.tell(draft.tell());
        return List.copyOf(check.found);
    }

    public static boolean blocked(List<DraftProblem> problems) {
        return problems.stream().anyMatch(DraftProblem::blocks);
    }

    private void name(String name) {
        block(name.isEmpty(), Place.NAME, "rules.no-name", 0);
        block(name.length() > LONGEST_NAME, Place.NAME, "rules.long-name", LONGEST_NAME);
    }

    private void who(PeopleChoice who, Members members) {
        int waiting = members.notActive().size();
        block(members.userIds().isEmpty() && members.leftOut() == 0, Place.WHO, "rules.nobody", 0);
        block(members.userIds().isEmpty() && members.leftOut() > 0, Place.WHO, "rules.nobody-active", 0);
        block(waiting > 0, Place.WHO, "rules.not-active", waiting);
        warn(
                !members.unknown().isEmpty(),
                Place.WHO,
                "rules.people-gone",
                members.unknown().size());
        warn(
                members.leftOut() > 0 && !members.userIds().isEmpty() && !who.isEmpty(),
                Place.WHO,
                "rules.left-out",
                members.leftOut());
    }

    private void where(RuleDraft draft, Optional<VmsPicture> picture) {
        block(draft.cameras().isEmpty(), Place.WHERE, "rules.no-camera", 0);
        block(draft.aliases().isEmpty(), Place.WHERE, "rules.no-event", 0);
        picture.ifPresent(seen -> {
            long missing = seen.missing(draft.cameras());
            long strange = draft.aliases().stream()
                    .filter(alias -> !seen.aliases().contains(alias))
                    .count();
            long off = draft.cameras().stream()
                    .flatMap(id -> seen.camera(id).stream())
                    .filter(camera -> camera.state() == Channel.State.OFFLINE)
                    .count();
            block(missing > 0, Place.WHERE, "rules.camera-missing", missing);
            block(strange > 0, Place.WHERE, "rules.event-missing", strange);
            warn(off > 0, Place.WHERE, "rules.camera-offline", off);
        });
    }

    private void tell(Recipients tell) {
        long wrong = wrong(Address.EMAIL, tell.email()) + wrong(Address.PHONE, tell.sms());
        block(wrong > 0, Place.TELL, "rules.bad-address", wrong);
        warn(
                tell.app().isEmpty() && tell.email().isEmpty() && tell.sms().isEmpty(),
                Place.TELL,
                "rules.nobody-told",
                0);
    }

    private static long wrong(Address kind, List<String> addresses) {
        return addresses.stream()
                .filter(address -> kind.read(address).isEmpty())
                .count();
    }

    private void block(boolean wrong, Place place, String code, long count) {
        add(wrong, place, code, count, true);
    }

    private void warn(boolean wrong, Place place, String code, long count) {
        add(wrong, place, code, count, false);
    }

    private void add(boolean wrong, Place place, String code, long count, boolean blocks) {
        if (wrong) {
            found.add(new DraftProblem(place, count == 0 ? Problem.of(code) : Problem.of(code, count), blocks));
        }
    }
}
