package io.vestibule.people.ui.detail;

import io.vestibule.base.PhotoId;
import io.vestibule.people.EnrolmentStatus;
import io.vestibule.people.Person;
import io.vestibule.people.Site;
import io.vestibule.people.change.PhotoProblem;
import java.util.List;
import java.util.Optional;

/// Details of the selected person.
///
/// @param face the first associated photo, else any
/// @param personProblem problem of the whole person, with its text
/// @param sites of the company, for the form
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

    /// @param exact for the tooltip; empty if the value is exact already
    public record Fact(String label, String value, String exact) {}

    /// @param words text of the problem
    public record PersonProblem(PhotoProblem problem, String words) {}
}
