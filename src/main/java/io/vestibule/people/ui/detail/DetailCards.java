package io.vestibule.people.ui.detail;

/// Cards that open over the screen, for the person shown.
public interface DetailCards {

    /// Shows the photo's problem, the photo beside the others, and the possible repairs.
    void openRepair(PersonDetail person, PersonPhoto photo);

    /// Moves the photo to another person.
    void move(PersonDetail person, PersonPhoto photo);

    /// Renews a returning person: a new legal basis and a new expiry.
    void renew(PersonDetail person);

    /// Merges this person with another.
    void merge(PersonDetail person);
}
