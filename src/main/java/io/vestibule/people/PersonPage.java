package io.vestibule.people;

import io.vestibule.base.PersonId;
import io.vestibule.base.PhotoId;
import io.vestibule.base.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One page of the list, in its order: by name, or by the word that was found.
///
/// @param next cursor of the next page; empty at the end of the list
public record PersonPage(List<Row> rows, Optional<PersonQuery.Key> next) {

    public PersonPage {
        rows = List.copyOf(rows);
    }

    /// What a row of the list shows of a person.
    ///
    /// @param status as last stored
    /// @param detail tells people of one name apart: host, else e-mail address, else phone number; may be empty
    /// @param added when they were added
    /// @param face the photo to show: an associated one if there is one
    public record Row(
            PersonId person,
            String name,
            PersonKind kind,
            Set<SiteId> sites,
            EnrolmentStatus.State status,
            String detail,
            Instant added,
            Optional<PhotoId> face) {

        public Row {
            sites = Set.copyOf(sites);
        }
    }
}
