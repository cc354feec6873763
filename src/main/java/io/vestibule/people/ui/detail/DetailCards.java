package io.vestibule.people.ui.detail;

/// Cards that open over the screen for one person.
public interface DetailCards {

    /// What is wrong with the photo, beside the others, and what mends it.
    void openRepair(PersonDetail person, PersonPhoto photo);

    /// Whose the photo is instead.
    void move(PersonDetail person, PersonPhoto photo);

    /// A new permission and a new end for somebody who comes again.
    void renew(PersonDetail person);

    /// With whom this person is one.
    void merge(PersonDetail person);
}
