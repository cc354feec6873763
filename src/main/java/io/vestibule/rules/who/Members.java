package io.vestibule.rules.who;

import io.vestibule.people.Reach;
import java.util.List;
import java.util.stream.Stream;

/// The current members of a choice of people.
///
/// @param known each person once, those chosen individually first
/// @param unknown user ids that no local person has, or no longer has
/// @param sitesGone how many of the sites that groups name were deleted
public record Members(List<Member> known, List<String> unknown, int sitesGone) {

    public static final Members NOBODY = new Members(List.of(), List.of());

    public Members(List<Member> known, List<String> unknown) {
        this(known, unknown, 0);
    }

    public Members {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }

    /// The user ids that are sent: everybody who was chosen individually, and of the groups those who can be found.
    public List<String> userIds() {
        return Stream.concat(
                        known.stream()
                                .filter(member -> member.chosen() || member.active())
                                .map(Member::userId),
                        unknown.stream())
                .toList();
    }

    /// People who were chosen individually and cannot be found yet; they block sending.
    public List<Member> notActive() {
        return known.stream()
                .filter(member -> member.chosen() && !member.active())
                .toList();
    }

    /// Those of [#notActive] whom no search finds until a photo of them is added or repaired.
    public List<Member> unmatchable() {
        return known.stream()
                .filter(member -> member.chosen() && member.reach() == Reach.NEVER)
                .toList();
    }

    /// Whether the rule can never raise an alert, because nobody whom it names can be found. A user id that no
    /// local person has may belong to a person of another console.
    public boolean nobodyMatches() {
        return !userIds().isEmpty() && unmatchable().size() == userIds().size();
    }

    /// Number of group members who cannot be found yet and are left out until they can.
    public long leftOut() {
        return known.stream()
                .filter(member -> !member.chosen() && !member.active())
                .count();
    }
}
