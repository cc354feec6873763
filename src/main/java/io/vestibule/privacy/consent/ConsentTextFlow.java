package io.vestibule.privacy.consent;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.privacy.PrivacyFailure;
import io.vestibule.settings.Setting;
import io.vestibule.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Writes and publishes the consent texts of a company. Needs [Permission#WRITE_CONSENT_TEXTS]. Blocks.
public final class ConsentTextFlow {

    private final ConsentTextStore store;
    private final CompanyStore companies;
    private final Settings settings;
    private final Session session;
    private final AuditLog log;
    private final InstantSource clock;

    public ConsentTextFlow(
            ConsentTextStore store,
            CompanyStore companies,
            Settings settings,
            Session session,
            AuditLog log,
            InstantSource clock) {
        this.store = store;
        this.companies = companies;
        this.settings = settings;
        this.session = session;
        this.log = log;
        this.clock = clock;
    }

    public boolean isPermitted() {
        return session.may(Permission.WRITE_CONSENT_TEXTS);
    }

    /// What is written for this place.
    ///
    /// @param versions newest first
    public record Written(Optional<ConsentText> draft, List<ConsentText> versions) {}

    public Written read(ConsentText.Place place) {
        session.require(Permission.WRITE_CONSENT_TEXTS);
        return new Written(store.draft(place), store.versions(place));
    }

    /// Keeps a text that nobody is shown yet; an empty one discards the draft.
    ///
    /// @throws PrivacyException `privacy.text-too-long`
    public void saveDraft(ConsentText.Place place, String words) {
        var operator = session.require(Permission.WRITE_CONSENT_TEXTS);
        requireShort(words);
        if (words.isBlank()) {
            store.deleteDraft(place);
        } else {
            store.saveDraft(company(), place, words, clock.instant(), operator.id());
        }
    }

    /// From now on everybody is shown this text; those who agreed to an earlier one are asked at their renewal.
    ///
    /// @throws PrivacyException `privacy.text-too-long`, `privacy.text-empty`, `privacy.text-unknown-placeholder`;
    ///     nothing changed
    public ConsentText publish(ConsentText.Place place, String words) {
        var operator = session.require(Permission.WRITE_CONSENT_TEXTS);
        requireShort(words);
        if (words.isBlank()) {
            throw new PrivacyException(new PrivacyFailure.TextEmpty());
        }
        var unknown = ConsentPlaceholder.unknown(words);
        if (!unknown.isEmpty()) {
            throw new PrivacyException(new PrivacyFailure.TextUnknownPlaceholder(unknown.getFirst()));
        }
        var text = store.publish(company(), place, words, clock.instant(), operator.id());
        log.append(AuditAction.CONSENT_PUBLISHED.code(), text.id().toString());
        return text;
    }

    private static void requireShort(String words) {
        if (words.length() > ConsentText.LONGEST) {
            throw new PrivacyException(new PrivacyFailure.TextTooLong(ConsentText.LONGEST));
        }
    }

    /// What the texts say of the company.
    public String get(Setting<String> fact) {
        return settings.get(fact);
    }

    public boolean isLocked(Setting<String> fact) {
        return settings.isLocked(fact);
    }

    /// Saving what is saved changes nothing.
    ///
    /// @param fact one of [ConsentKeys]
    /// @throws io.vestibule.settings.SettingsException if it is locked, too long, or cannot be written
    public void set(Setting<String> fact, String value) {
        session.require(Permission.WRITE_CONSENT_TEXTS);
        if (!settings.get(fact).equals(value.strip())) {
            settings.set(fact, value.strip());
            log.append(AuditAction.SETTINGS_CHANGED.code(), fact.key());
        }
    }

    private CompanyId company() {
        return companies
                .active()
                .map(Company::id)
                .orElseThrow(() -> new IllegalStateException("The first run makes a company"));
    }
}
