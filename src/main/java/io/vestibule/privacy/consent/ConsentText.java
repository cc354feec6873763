package io.vestibule.privacy.consent;

import io.vestibule.base.OperatorId;
import io.vestibule.base.SiteId;
import io.vestibule.people.PersonKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A text of the company, with placeholders. A published version never changes.
///
/// @param version 0 for a draft
/// @param operator who wrote or published it
public record ConsentText(UUID id, Place place, int version, String words, Instant changedAt, OperatorId operator) {

    /// Longest text, in characters.
    public static final int LONGEST = 20_000;

    /// Whom a text is for.
    ///
    /// @param site empty for all sites that have no text of their own
    /// @param kind visitors or employees
    /// @param language tag, for example `de`
    public record Place(Optional<SiteId> site, PersonKind kind, String language) {

        /// The text for all sites.
        Place ofAllSites() {
            return new Place(Optional.empty(), kind, language);
        }
    }
}
