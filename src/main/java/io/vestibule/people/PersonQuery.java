package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import java.util.Optional;

/// Who is looked for in the list of a company.
///
/// @param typed starts of words of the name, in any order; nothing finds everybody
/// @param group how they stand
public record PersonQuery(
        CompanyId company,
        String typed,
        Optional<PersonKind> kind,
        Optional<SiteId> site,
        Optional<EnrolmentStatus.Group> group) {

    /// Everybody whose name is like that.
    public static PersonQuery named(CompanyId company, String typed) {
        return new PersonQuery(company, typed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A place in the list, from which it can be read on however long it is.
    ///
    /// @param term the name as it stands in the index, beginning with the word that was found
    public record Key(String term, PersonId person) {}
}
