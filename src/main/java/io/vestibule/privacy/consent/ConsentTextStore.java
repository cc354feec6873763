package io.vestibule.privacy.consent;

import io.vestibule.base.CompanyId;
import io.vestibule.base.OperatorId;
import io.vestibule.base.SiteId;
import io.vestibule.people.ConsentWording;
import io.vestibule.people.PersonKind;
import io.vestibule.store.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows of consent texts, and of the texts that were shown.
public final class ConsentTextStore {

    private static final int DRAFT = 0;

    private final CompanyScope scope;

    public ConsentTextStore(CompanyScope scope) {
        this.scope = scope;
    }

    /// The newest published version.
    Optional<ConsentText> published(ConsentText.Place place) {
        return versions(place).stream().findFirst();
    }

    /// The published versions, newest first.
    List<ConsentText> versions(ConsentText.Place place) {
        return find(place, "version > 0");
    }

    Optional<ConsentText> draft(ConsentText.Place place) {
        return find(place, "version = 0").stream().findFirst();
    }

    /// Tags of the languages in which a text for this kind is published.
    List<String> languages(PersonKind kind) {
        return scope.with(handle -> handle.createQuery("select distinct language from consent_text"
                        + " where kind = :kind and version > 0 and " + scope.owns("company_id") + " order by language")
                .bind("kind", kind.name())
                .mapTo(String.class)
                .list());
    }

    /// Replaces the draft, if there is one.
    void saveDraft(CompanyId company, ConsentText.Place place, String words, Instant now, OperatorId operator) {
        scope.transaction(() -> {
            deleteDraft(place);
            insert(company, new ConsentText(UUID.randomUUID(), place, DRAFT, words, now, operator));
        });
    }

    /// Adds the next version; there is no draft any more.
    ConsentText publish(CompanyId company, ConsentText.Place place, String words, Instant now, OperatorId operator) {
        return scope.inTransaction(() -> {
            int version = published(place).map(ConsentText::version).orElse(DRAFT) + 1;
            deleteDraft(place);
            var text = new ConsentText(UUID.randomUUID(), place, version, words, now, operator);
            insert(company, text);
            return text;
        });
    }

    void deleteDraft(ConsentText.Place place) {
        draft(place)
                .ifPresent(draft -> scope.with(handle -> handle.execute(
                        "delete from consent_text where id = ? and " + scope.owns("company_id"), draft.id())));
    }

    private void insert(CompanyId company, ConsentText text) {
        scope.requireOwned(company.value());
        scope.with(handle -> handle.execute(
                "insert into consent_text (id, company_id, site_id, kind, language, version, words, changed_at,"
                        + " operator_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                text.id(),
                company.value(),
                text.place().site().map(SiteId::value).orElse(null),
                text.place().kind().name(),
                text.place().language(),
                text.version(),
                text.words(),
                text.changedAt().atOffset(ZoneOffset.UTC),
                text.operator().value()));
    }

    private List<ConsentText> find(ConsentText.Place place, String condition) {
        return scope.with(handle -> {
            var query = handle.createQuery("select id, version, words, changed_at, operator_id from consent_text where "
                            + scope.owns("company_id") + " and kind = :kind and language = :language and " + condition
                            + (place.site().isPresent() ? " and site_id = :site" : " and site_id is null")
                            + " order by version desc")
                    .bind("kind", place.kind().name())
                    .bind("language", place.language());
            place.site().ifPresent(site -> query.bind("site", site.value()));
            return query.map((rows, _) -> text(rows, place)).list();
        });
    }

    private static ConsentText text(ResultSet rows, ConsentText.Place place) throws SQLException {
        return new ConsentText(
                rows.getObject("id", UUID.class),
                place,
                rows.getInt("version"),
                rows.getString("words"),
                rows.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new OperatorId(rows.getObject("operator_id", UUID.class)));
    }

    /// Keeps a text as it is shown, once: two screens may show it at the same time.
    synchronized void saveShown(CompanyId company, ConsentWording wording, Instant now) {
        scope.requireOwned(company.value());
        scope.transaction(() -> {
            if (findShown(wording.hash()).isEmpty()) {
                scope.with(handle -> handle.execute(
                        "insert into consent_wording (company_id, hash, version, language, words, shown_at)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        company.value(),
                        wording.hash(),
                        wording.version(),
                        wording.language(),
                        wording.words(),
                        now.atOffset(ZoneOffset.UTC)));
            }
        });
    }

    /// The text with this hash, as it was shown.
    public Optional<ConsentWording> findShown(String hash) {
        return scope.with(handle -> handle.createQuery("select version, language, words from consent_wording"
                        + " where hash = :hash and " + scope.owns("company_id"))
                .bind("hash", hash)
                .map((rows, _) -> new ConsentWording(
                        rows.getString("version"),
                        rows.getString("language"),
                        rows.getString("words"),
                        rows.getString("version").startsWith(ConsentTexts.STANDARD)))
                .findFirst());
    }
}
