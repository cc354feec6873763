package io.vestibule.enrol.ui;

import io.vestibule.people.LegalBasis;
import java.util.Optional;

/// The person's answer to the request for consent, and how it was given.
enum ConsentAnswer {
    ON_SCREEN(LegalBasis.Method.ON_SCREEN),
    /// With a signature; offered once there is one.
    SIGNED_SCREEN(LegalBasis.Method.SIGNED_SCREEN),
    SIGNED_PAPER(LegalBasis.Method.SIGNED_PAPER),
    SPOKEN(LegalBasis.Method.SPOKEN),
    DECLINED(null);

    private final Optional<LegalBasis.Method> method;

    ConsentAnswer(LegalBasis.@org.jspecify.annotations.Nullable Method method) {
        this.method = Optional.ofNullable(method);
    }

    static ConsentAnswer of(LegalBasis.Method method) {
        return switch (method) {
            case ON_SCREEN -> ON_SCREEN;
            case SIGNED_PAPER -> SIGNED_PAPER;
            case SPOKEN -> SPOKEN;
            case SIGNED_SCREEN -> SIGNED_SCREEN;
        };
    }

    /// How they consented; empty if they declined.
    Optional<LegalBasis.Method> method() {
        return method;
    }
}
