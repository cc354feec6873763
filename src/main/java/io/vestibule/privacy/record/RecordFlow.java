package io.vestibule.privacy.record;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.people.Company;
import io.vestibule.people.CompanyStore;
import io.vestibule.people.Site;
import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.privacy.PrivacyFailure;
import io.vestibule.privacy.document.DocumentPdf;
import io.vestibule.privacy.document.PaperDocument;
import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Prepares and writes the documents of the company that the console is set to. Needs [Permission#READ_AUDIT]. Blocks.
public final class RecordFlow {

    private final RecordSource source;
    private final PrintedStore printed;
    private final CompanyStore companies;
    private final Session session;
    private final AuditLog log;
    private final InstantSource clock;

    public RecordFlow(
            RecordSource source,
            PrintedStore printed,
            CompanyStore companies,
            Session session,
            AuditLog log,
            InstantSource clock) {
        this.source = source;
        this.printed = printed;
        this.companies = companies;
        this.session = session;
        this.log = log;
        this.clock = clock;
    }

    public List<Site> sites() {
        session.require(Permission.READ_AUDIT);
        return companies.active().map(company -> companies.sites(company.id())).orElse(List.of());
    }

    /// What was typed for the last document, or before the first what the settings of the consent texts say.
    public RecordInput lastInput() {
        session.require(Permission.READ_AUDIT);
        var facts = companies
                .active()
                .flatMap(company -> printed.last(company.id()))
                .map(PrintedRecord::facts)
                .or(() -> companies.active().map(source::facts))
                .orElse(Map.of());
        return new RecordInput(
                facts.getOrDefault(RecordFact.CONTROLLER, ""),
                facts.getOrDefault(RecordFact.CONTACT, ""),
                facts.getOrDefault(RecordFact.AUTHORITY, ""),
                facts.getOrDefault(RecordFact.WEB, ""),
                RecordFact.OptOut.valueOf(facts.getOrDefault(RecordFact.OPT_OUT, RecordFact.OptOut.UNKNOWN.name())));
    }

    /// @param site for a document of a site
    public RecordDraft draft(RecordKind kind, Optional<Site> site, RecordInput input) {
        session.require(Permission.READ_AUDIT);
        var company = companies.active();
        var facts = new EnumMap<RecordFact, String>(RecordFact.class);
        company.ifPresent(known -> facts.putAll(source.facts(known)));
        site.map(Site::name).ifPresent(name -> facts.put(RecordFact.SITE, name));
        facts.put(RecordFact.CONTROLLER, input.controller());
        facts.put(RecordFact.CONTACT, input.contact());
        facts.put(RecordFact.AUTHORITY, input.authority());
        facts.put(RecordFact.WEB, input.web());
        if (RecordFact.Service.AWS.name().equals(facts.get(RecordFact.SERVICE))) {
            facts.put(RecordFact.OPT_OUT, input.optOut().name());
        }
        return RecordDraft.of(
                kind, facts, clock.instant(), company.flatMap(known -> printed.last(known.id(), kind, id(site))));
    }

    /// Writes the document as PDF, and remembers what it said.
    ///
    /// @param words the document in the chosen language
    /// @throws PrivacyException `privacy.file-not-written`; nothing is remembered then
    public RecordDraft write(
            RecordKind kind,
            Optional<Site> site,
            RecordInput input,
            Locale language,
            Path file,
            Function<RecordDraft, PaperDocument> words) {
        var operator = session.require(Permission.READ_AUDIT);
        var company = companies.active().map(Company::id);
        var draft = draft(kind, site, input);
        try {
            OwnerOnlyFiles.write(file, DocumentPdf.bytes(words.apply(draft)));
        } catch (IOException e) {
            throw new PrivacyException(
                    new PrivacyFailure.FileNotWritten(e.getClass().getSimpleName()), e);
        }
        company.ifPresent(known -> printed.add(
                known,
                new PrintedRecord(
                        UUID.randomUUID(),
                        kind,
                        id(site),
                        language.getLanguage(),
                        draft.at(),
                        operator.id(),
                        draft.facts())));
        log.append(AuditAction.RECORD_PRINTED.code(), kind.name().toLowerCase(Locale.ROOT));
        return draft;
    }

    private static String id(Optional<Site> site) {
        return site.map(Site::id).map(Object::toString).orElse("");
    }
}
