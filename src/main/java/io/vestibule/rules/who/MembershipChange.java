package io.vestibule.rules.who;

import io.vestibule.people.Person;
import java.util.List;

/// Who joined the groups of a rule since it was sent, and who left.
///
/// @param deletedCount how many of those who left have no local record any more
public record MembershipChange(List<Person> joined, List<Person> left, long deletedCount) {

    public static final MembershipChange NOBODY = new MembershipChange(List.of(), List.of(), 0);

    public MembershipChange {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }

    public long count() {
        return joined.size() + left.size() + deletedCount;
    }
}
