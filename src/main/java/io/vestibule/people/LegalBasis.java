package io.vestibule.people;

import io.vestibule.base.OperatorId;
import java.time.Instant;
import java.time.LocalDate;

/// Legal basis for storing a person's face. No person is saved without one.
public sealed interface LegalBasis {

    Instant at();

    OperatorId operator();

    /// What the answer was given to; a reason has none.
    default ConsentEvidence evidence() {
        return ConsentEvidence.NONE;
    }

    /// Whether photos may be stored on this legal basis.
    default boolean permitsPhotos() {
        return !(this instanceof Declined);
    }

    /// The person consented.
    ///
    /// @param textVersion version of the consent text that was shown
    /// @param language language tag of that text
    record Consent(
            String textVersion,
            String language,
            Method method,
            Instant at,
            OperatorId operator,
            ConsentEvidence evidence)
            implements LegalBasis {

        public Consent {
            if (method == Method.SIGNED_SCREEN && evidence.signature().isEmpty()) {
                throw new IllegalArgumentException("No signature");
            }
        }

        /// Consent that was given elsewhere, for instance on paper.
        public Consent(String textVersion, String language, Method method, Instant at, OperatorId operator) {
            this(textVersion, language, method, at, operator, ConsentEvidence.NONE);
        }
    }

    /// The person was asked and declined photos: name and contact are stored for the visit, and never a face.
    ///
    /// @param textVersion version of the consent text that was shown
    /// @param language language tag of that text
    record Declined(String textVersion, String language, Instant at, OperatorId operator, ConsentEvidence evidence)
            implements LegalBasis {

        /// A refusal that was given elsewhere, for instance on paper.
        public Declined(String textVersion, String language, Instant at, OperatorId operator) {
            this(textVersion, language, at, operator, ConsentEvidence.NONE);
        }
    }

    /// A documented decision without consent.
    ///
    /// @param basis what permits it
    /// @param source where the picture and facts come from
    /// @param review date by which the decision must be reviewed
    record Reason(String basis, String source, LocalDate review, Instant at, OperatorId operator)
            implements LegalBasis {}

    /// How consent was given.
    enum Method {
        ON_SCREEN,
        SIGNED_PAPER,
        SPOKEN,
        /// With a signature on the screen.
        SIGNED_SCREEN
    }
}
