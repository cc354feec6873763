package io.vestibule.enrol;

import io.vestibule.base.Problem;
import io.vestibule.base.SiteId;
import io.vestibule.people.Contact;
import io.vestibule.people.ContactFormat;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the operator enters about a person.
///
/// @param expires when the person is erased
/// @param basis legal basis on which their data may be stored
public record EnrolDetails(
        String name,
        PersonKind kind,
        Contact contact,
        Set<SiteId> sites,
        String note,
        Optional<Instant> expires,
        Optional<LegalBasis> basis) {

    /// Three years after the last contact is the longest retention of face data without a new decision in any law
    /// that we know of (Illinois, 740 ILCS 14/15(a)).
    public static final Duration MAX_RETENTION = Duration.ofDays(3 * 365 + 1);

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_LINE = 200;
    private static final Pattern EXTENSION = Pattern.compile("[0-9 ()/.-]{3,12}");

    public EnrolDetails {
        sites = Set.copyOf(sites);
        contact = ContactFormat.clean(contact);
    }

    EnrolDetails withKind(PersonKind other) {
        return new EnrolDetails(name, other, contact, sites, note, expires, basis);
    }

    /// Validation problems in the order of the form; empty if the details may be saved.
    public List<Problem> problems(Instant now) {
        var problems = new ArrayList<Problem>();
        if (name.isBlank()) {
            problems.add(Problem.of("enrol.name-missing"));
        } else if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(Problem.of("enrol.name-unfit", LONGEST_NAME));
        }
        if (!contact.email().isEmpty() && ContactFormat.email(contact.email()).isEmpty()) {
            problems.add(Problem.of("enrol.email-unfit"));
        }
        if (!contact.phone().isEmpty() && !isPhone(contact.phone())) {
            problems.add(Problem.of("enrol.phone-unfit"));
        }
        if (contact.host().length() > LONGEST_LINE || note.length() > LONGEST_NOTE) {
            problems.add(Problem.of("enrol.text-too-long", LONGEST_LINE, LONGEST_NOTE));
        }
        basisProblem(now).ifPresent(problems::add);
        if (basis.flatMap(given -> given.evidence().guardian())
                .filter(EnrolDetails::isUnfitGuardian)
                .isPresent()) {
            problems.add(Problem.of("enrol.guardian-missing"));
        }
        expiryProblem(now).ifPresent(problems::add);
        return problems;
    }

    /// Whether photos may be accepted on this legal basis: consent, or a reason for the watch list.
    public boolean permitsPhotos() {
        return basis.filter(LegalBasis::permitsPhotos).isPresent();
    }

    private static boolean isUnfitGuardian(String name) {
        return name.isBlank()
                || name.length() > LONGEST_NAME
                || name.codePoints().anyMatch(Character::isISOControl);
    }

    /// A number, or an internal extension.
    private static boolean isPhone(String text) {
        return !(ContactFormat.phone(text) instanceof ContactFormat.Phone.Invalid)
                || EXTENSION.matcher(text).matches();
    }

    private Optional<Problem> basisProblem(Instant now) {
        return switch (basis.orElse(null)) {
            case null ->
                Optional.of(Problem.of(kind == PersonKind.WATCH ? "enrol.reason-missing" : "enrol.consent-missing"));
            case LegalBasis.Consent _, LegalBasis.Declined _ ->
                kind == PersonKind.WATCH ? Optional.of(Problem.of("enrol.reason-missing")) : Optional.empty();
            case LegalBasis.Reason reason -> {
                var complete = !reason.basis().isBlank()
                        && !reason.source().isBlank()
                        && reason.basis().length() <= 500
                        && reason.source().length() <= 500
                        && reason.review().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
                yield complete ? Optional.empty() : Optional.of(Problem.of("enrol.reason-incomplete"));
            }
        };
    }

    private Optional<Problem> expiryProblem(Instant now) {
        if (expires.isEmpty()) {
            return Optional.of(Problem.of("enrol.expiry-missing"));
        }
        var within = expires.get().isAfter(now) && !expires.get().isAfter(now.plus(MAX_RETENTION));
        return within ? Optional.empty() : Optional.of(Problem.of("enrol.expiry-unfit"));
    }
}
