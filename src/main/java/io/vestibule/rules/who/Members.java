package io.vestibule.rules.who;

import java.util.List;
import java.util.stream.Stream;

/// Who a choice of people is at this moment.
///
/// @param known each once, those chosen one by one first
/// @param unknown user ids that nobody here has, or has any more
public record Members(List<Member> known, List<String> unknown) {

    public static final Members NOBODY = new Members(List.of(), List.of());

    public Members {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }

    /// The ids that are sent: everybody who was chosen, and of the groups those who can be found.
    public List<String> userIds() {
        return Stream.concat(
                        known.stream()
                                .filter(member -> member.chosen() || member.active())
                                .map(Member::userId),
                        unknown.stream())
                .toList();
    }

    /// Those who were chosen and cannot be found yet; they stand in the way of sending.
    public List<Member> notActive() {
        return known.stream()
                .filter(member -> member.chosen() && !member.active())
                .toList();
    }

    /// Those of the groups who cannot be found and are left out until they can.
    public long leftOut() {
        return known.stream()
                .filter(member -> !member.chosen() && !member.active())
                .count();
    }
}
