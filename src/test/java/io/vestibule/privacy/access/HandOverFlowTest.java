package io.vestibule.privacy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.privacy.ui.HeldDataText;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.exceptions.BadPasswordException;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNameTree;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tools.jackson.databind.json.JsonMapper;

/// What a real person is handed: complete, and closed to everybody without the passphrase.
class HandOverFlowTest {

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private HandOverFlow flow;
    private PersonId person;
    private Path file;

    @BeforeEach
    void enrol() {
        fixture = EnrolFixture.open(folder.resolve("data"));
        flow = fixture.application().privacy().handOver();
        person = fixture.enrol("Zeynep Öztürk", fixture.photos(0));
        file = Path.of(System.getProperty("vestibule.shots", folder.toString())).resolve("data.pdf");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private String write(String language) {
        return flow.write(
                person,
                file,
                (data, photos) -> HeldDataText.document(
                        withLanguage(data, language),
                        photos,
                        locale -> Strings.load(locale, List.of("privacy")),
                        Locale.ENGLISH));
    }

    private static HeldData withLanguage(HeldData data, String language) {
        return new HeldData(
                data.version(),
                data.madeAt(),
                data.company(),
                language,
                data.person(),
                data.answers(),
                data.photos(),
                data.rules(),
                data.events());
    }

    @Test
    void thePersonReadsEverythingInTheirLanguageAndNobodyElseReadsAnything() throws IOException {
        var passphrase = write("de");
        assertThat(passphrase).matches("(?:[a-z2-9]{5}-){3}[a-z2-9]{5}");
        var bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("Zeynep")
                .doesNotContain("photo-1.jpg")
                .doesNotContain(person.toString());
        assertThatThrownBy(() -> new PdfReader(bytes, "wrong".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadPasswordException.class);
        var reader = new PdfReader(bytes, passphrase.getBytes(StandardCharsets.UTF_8));
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        assertThat(text.toString().replaceAll("\\s+", " "))
                .contains("Zeynep Öztürk", "Besucher", "photo-1.jpg", "photo-3.jpg", "Alex", "Person erfasst");
        assertThat(fixture.application().storage().log().recent(1).getFirst().action())
                .isEqualTo("person.handed-over");
        assertThat(write("en")).isNotEqualTo(passphrase);
    }

    @Test
    void theAttachedFilesHoldThePhotosAndWhatAnotherProgramReads() throws IOException {
        var log = fixture.application().storage().log();
        var photo = fixture.application()
                .storage()
                .people()
                .photos()
                .findByPerson(person)
                .getFirst();
        log.append("photo.viewed", photo.id().toString());
        var passphrase = write("de");
        var reader = new PdfReader(Files.readAllBytes(file), passphrase.getBytes(StandardCharsets.UTF_8));
        var files = attachments(reader);
        assertThat(files).containsOnlyKeys("data.json", "photo-1.jpg", "photo-2.jpg", "photo-3.jpg");
        assertThat(files.get("photo-1.jpg"))
                .isEqualTo(fixture.application()
                        .inspect()
                        .fetchOriginal(photo.id())
                        .orElseThrow());
        var data = JsonMapper.shared().readTree(files.get("data.json"));
        assertThat(data.at("/person/name").asString()).isEqualTo("Zeynep Öztürk");
        assertThat(data.at("/person/id").asString()).isEqualTo(person.toString());
        assertThat(data.at("/answers/0/kind").asString()).isEqualTo("CONSENT");
        assertThat(data.at("/photos/0/sha256").asString()).isEqualTo(photo.sha256());
        assertThat(data.at("/events")
                        .valueStream()
                        .map(event -> event.get("action").asString()))
                .contains("person.enrolled", "photo.viewed");
    }

    private static Map<String, byte[]> attachments(PdfReader reader) throws IOException {
        var names = reader.getCatalog().getAsDict(PdfName.NAMES).getAsDict(PdfName.EMBEDDEDFILES);
        Map<String, byte[]> files = new HashMap<>();
        for (var entry : PdfNameTree.readTree(names).entrySet()) {
            var specification = (PdfDictionary) PdfReader.getPdfObject(entry.getValue());
            var stream = (PRStream)
                    PdfReader.getPdfObject(specification.getAsDict(PdfName.EF).get(PdfName.F));
            files.put(specification.getAsString(PdfName.F).toUnicodeString(), PdfReader.getStreamBytes(stream));
        }
        return files;
    }

    @Test
    void theReceptionistHandsOverNothingAndSomebodyErasedHasNothing() {
        fixture.enrol().commands().remove(person);
        assertThatThrownBy(() -> write("en"))
                .isInstanceOfSatisfying(
                        PrivacyException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("privacy.person-gone"));
        var operators = fixture.application().storage().operators();
        operators.signIn(operators.add("Robin", Role.RECEPTION).id());
        assertThatThrownBy(() -> write("en")).isInstanceOf(AuditException.class);
        assertThat(file).doesNotExist();
    }
}
