package io.vestibule.people;

import io.vestibule.base.OperatorId;
import java.time.Instant;
import java.time.LocalDate;

/// Why we may keep somebody's face. Nobody is saved without one.
public sealed interface LegalBasis {

    Instant at();

    OperatorId operator();

    /// The person agreed.
    ///
    /// @param textVersion which version of the consent text they were shown
    /// @param language language tag of that text
    record Consent(String textVersion, String language, Method method, Instant at, OperatorId operator)
            implements LegalBasis {}

    /// The person was asked and said no to photos: name and contact are kept for the visit, and no face ever.
    ///
    /// @param textVersion which version of the consent text they were shown
    /// @param language language tag of that text
    record Declined(String textVersion, String language, Instant at, OperatorId operator) implements LegalBasis {}

    /// Somebody decided, and wrote down why.
    ///
    /// @param basis what permits it
    /// @param source where picture and facts come from
    /// @param review by when it must be looked at again
    record Reason(String basis, String source, LocalDate review, Instant at, OperatorId operator)
            implements LegalBasis {}

    /// How consent was given.
    enum Method {
        ON_SCREEN,
        SIGNED_PAPER,
        SPOKEN
    }
}
