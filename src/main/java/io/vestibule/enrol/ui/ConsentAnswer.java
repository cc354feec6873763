package io.vestibule.enrol.ui;

import io.vestibule.people.LegalBasis;
import java.util.Optional;

/// What the person said when asked for consent, and how.
enum ConsentAnswer {
    ON_SCREEN(LegalBasis.Method.ON_SCREEN),
    SIGNED_PAPER(LegalBasis.Method.SIGNED_PAPER),
    SPOKEN(LegalBasis.Method.SPOKEN),
    DECLINED(null);

    private final Optional<LegalBasis.Method> method;

    ConsentAnswer(LegalBasis.@org.jspecify.annotations.Nullable Method method) {
        this.method = Optional.ofNullable(method);
    }

    /// How they agreed; empty if they said no.
    Optional<LegalBasis.Method> method() {
        return method;
    }
}
