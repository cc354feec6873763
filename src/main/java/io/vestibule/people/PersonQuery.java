package io.vestibule.people;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.SiteId;
import java.util.Optional;

/// A query of a company's list of people.
///
/// @param typed beginnings or other parts of words of the name, in any order; an empty text matches everybody
/// @param group filter by status
/// @param order order of the list while nothing is typed; what matches is always in the order of the match
public record PersonQuery(
        CompanyId company,
        String typed,
        Optional<PersonKind> kind,
        Optional<SiteId> site,
        Optional<EnrolmentStatus.Group> group,
        Order order) {

    public enum Order {
        NAME,
        NEWEST
    }

    /// A query in the order of the names.
    public PersonQuery(
            CompanyId company,
            String typed,
            Optional<PersonKind> kind,
            Optional<SiteId> site,
            Optional<EnrolmentStatus.Group> group) {
        this(company, typed, kind, site, group, Order.NAME);
    }

    /// Everybody whose name matches.
    public static PersonQuery named(CompanyId company, String typed) {
        return new PersonQuery(company, typed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Cursor of the list, from which the next page is read at constant cost.
    ///
    /// @param term the name as stored in the index, beginning with the word that was found; of the newest, the
    /// number of [NewestStore]
    public record Key(String term, PersonId person) {}
}
