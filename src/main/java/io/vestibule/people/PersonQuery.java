package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import java.util.Optional;

/// A query of a company's list of people.
///
/// @param typed beginnings or other parts of words of the name, in any order; an empty text matches everybody
/// @param group filter by status
public record PersonQuery(
        CompanyId company,
        String typed,
        Optional<PersonKind> kind,
        Optional<SiteId> site,
        Optional<EnrolmentStatus.Group> group) {

    /// Everybody whose name matches.
    public static PersonQuery named(CompanyId company, String typed) {
        return new PersonQuery(company, typed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Cursor of the list, from which the next page is read at constant cost.
    ///
    /// @param term the name as stored in the index, beginning with the word that was found
    public record Key(String term, PersonId person) {}
}
