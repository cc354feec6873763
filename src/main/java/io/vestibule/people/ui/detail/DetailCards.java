package io.vestibule.people.ui.detail;

/// Cards that open over the screen for one person.
public interface DetailCards {

    /// What is wrong with the photo, beside the others, and what mends it.
    void mend(PersonDetail person, PersonPhoto photo);

    /// Whose the photo is instead.
    void move(PersonDetail person, PersonPhoto photo);

    /// With whom this person is one.
    void merge(PersonDetail person);
}
