package io.vestibule.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.backup.BackupKeys;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.Site;
import io.vestibule.privacy.record.RecordDraft;
import io.vestibule.privacy.record.RecordFact;
import io.vestibule.privacy.record.RecordFlow;
import io.vestibule.privacy.record.RecordInput;
import io.vestibule.privacy.record.RecordKind;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// The documents for the record, from a real application, read back from their files.
class RecordDocumentsTest {

    private static final RecordInput INPUT = new RecordInput(
            "Acme GmbH, Hauptstraße 1, Köln",
            "privacy@acme.example",
            "LDI NRW, Düsseldorf",
            "https://acme.example/privacy",
            RecordFact.OptOut.NO);

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private RecordFlow flow;

    @BeforeEach
    void open() {
        fixture = EnrolFixture.open(folder.resolve("data"));
        flow = fixture.application().privacy().records();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private RecordWords words(Locale language) {
        return new RecordWords(Strings.load(language, List.of("privacy")));
    }

    private String print(RecordKind kind, Locale language) throws IOException {
        Path pictures = Path.of(System.getProperty("vestibule.shots", folder.toString()));
        Path file = pictures.resolve(kind + "-" + language + ".pdf");
        Optional<Site> site = kind.isOfSite() ? flow.sites().stream().findFirst() : Optional.empty();
        flow.write(kind, site, INPUT, language, file, words(language)::document);
        return text(Files.readAllBytes(file));
    }

    private static String text(byte[] file) throws IOException {
        try (var pdf = new PdfReader(file)) {
            var all = new StringBuilder();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                all.append(new PdfTextExtractor(pdf).getTextFromPage(page)).append(' ');
            }
            return all.toString().replaceAll("\\s+", " ");
        }
    }

    @Test
    void everyDocumentIsFilledInFromTheConfigurationInBothLanguages() throws IOException {
        fixture.save("Zeynep Öztürk", List.of());
        fixture.people()
                .companies()
                .insert(new Site(
                        io.vestibule.base.SiteId.mint(), fixture.company().id(), "Köln"));
        for (var kind : RecordKind.values()) {
            assertThat(print(kind, Locale.ENGLISH))
                    .as("%s", kind)
                    .contains("Acme GmbH, Hauptstraße 1, Köln", "privacy@acme.example")
                    .doesNotContain("Zeynep", "privacy.record", "{0");
            assertThat(print(kind, Locale.GERMAN))
                    .as("%s", kind)
                    .contains("Acme GmbH, Hauptstraße 1, Köln", "privacy@acme.example")
                    .doesNotContain("Zeynep", "privacy.record", "{0");
        }
        assertThat(print(RecordKind.PROCESSING, Locale.ENGLISH)).contains("1 visitors", "No photo is sent");
        assertThat(fixture.lastEntry().action()).isEqualTo("record.printed");
        assertThat(flow.lastInput().contact()).isEqualTo("privacy@acme.example");
    }

    @Test
    void whatHasChangedSinceTheLastOneIsShownButNotWhatChangesEveryDay() throws IOException {
        assertThat(print(RecordKind.SCHEDULE, Locale.ENGLISH)).contains("was not saved before");
        fixture.clock.pass(Duration.ofSeconds(1));
        fixture.save("Ana", List.of());
        assertThat(flow.draft(RecordKind.SCHEDULE, Optional.empty(), INPUT).differences())
                .isEmpty();
        fixture.application().storage().settings().set(BackupKeys.DAYS, 90);
        assertThat(print(RecordKind.SCHEDULE, Locale.GERMAN))
                .contains("Seit dem Speichern am", "Vorher", "30 Tage", "90 Tage");
        assertThat(flow.draft(RecordKind.SCHEDULE, Optional.empty(), INPUT).differences())
                .isEmpty();
        assertThat(flow.draft(RecordKind.PROCESSING, Optional.empty(), INPUT).last())
                .isEmpty();
    }

    @Test
    void whatIsKnownOfAmazonsUseOfThePicturesIsSaid() {
        var facts = Map.of(
                RecordFact.SERVICE,
                "AWS",
                RecordFact.REGION,
                "eu-central-1",
                RecordFact.OPT_OUT,
                "NO",
                RecordFact.COMPANY,
                "Acme",
                RecordFact.SITE,
                "Köln");
        var draft = new RecordDraft(RecordKind.SIGN, facts, fixture.clock.instant(), Optional.empty(), List.of());
        assertThat(words(Locale.ENGLISH).document(draft).parts().toString())
                .contains("region eu-central-1", "has not opted out");
    }

    @Test
    void receptionPrintsNothing() {
        fixture.signIn(Role.RECEPTION);
        assertThatThrownBy(() -> print(RecordKind.SCHEDULE, Locale.ENGLISH)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> flow.draft(RecordKind.SCHEDULE, Optional.empty(), INPUT))
                .isInstanceOf(AuditException.class);
        assertThatThrownBy(flow::lastInput).isInstanceOf(AuditException.class);
        assertThatThrownBy(flow::sites).isInstanceOf(AuditException.class);
    }
}
