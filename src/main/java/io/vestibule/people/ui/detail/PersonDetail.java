package io.vestibule.people.ui.detail;

import io.vestibule.base.PhotoId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.Site;
import io.vestibule.people.change.PhotoProblem;
import java.util.List;
import java.util.Optional;

/// All that is shown of the person who is selected.
///
/// @param face the best photo in use, else any
/// @param personProblem what is wrong with the person as a whole, with its sentence
/// @param sites that the company has, for the form
public record PersonDetail(
        Person person,
        EnrolmentStatus status,
        Optional<PhotoId> face,
        List<Fact> facts,
        List<PersonPhoto> photos,
        Optional<PersonProblem> personProblem,
        List<Fact> history,
        List<Site> sites) {

    public PersonDetail {
        facts = List.copyOf(facts);
        photos = List.copyOf(photos);
        history = List.copyOf(history);
        sites = List.copyOf(sites);
    }

    /// @param exact for the tooltip; empty where the value says it all
    public record Fact(String label, String value, String exact) {}

    /// @param words what is wrong, in a sentence
    public record PersonProblem(PhotoProblem problem, String words) {}
}
