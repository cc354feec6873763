package io.vestibule.enrol.change;

import io.vestibule.base.PersonId;
import java.util.List;

/// Unusually many people whose retention period is over at once. They stay until somebody has said yes.
///
/// @param people those whose period was over longest first
/// @param total number of all people who are not removed
public record ExpiryQuestion(List<PersonId> people, int total) {

    /// More people than this at once are asked about.
    static final int MANY = 10;

    /// Among fewer than this, a tenth is nothing unusual.
    private static final int FEW = 3;

    public ExpiryQuestion {
        people = List.copyOf(people);
    }

    static boolean isNeeded(int people, int total) {
        return people > MANY || (people >= FEW && people * 10 >= total);
    }
}
