package io.vestibule.privacy.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestibule.audit.AuditException;
import io.vestibule.audit.Role;
import io.vestibule.base.PersonId;
import io.vestibule.fixture.EnrolFixture;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.privacy.PrivacyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Receipts of real erasures: signed, unchanged, without anything of the person.
class ReceiptTest {

    private static final ReceiptKey KEY = new ReceiptKey(new byte[32]);

    @TempDir
    Path folder;

    private EnrolFixture fixture;
    private PersonId person;
    private ErasureReader reader;
    private ReceiptFlow flow;

    @BeforeEach
    void erase() {
        fixture = EnrolFixture.open(folder.resolve("data"));
        person = fixture.enrol("Zeynep Öztürk-Weiß", fixture.photos(0).subList(0, 1));
        var storage = fixture.application().storage();
        reader = new ErasureReader(
                new ErasureCheckStore(storage.database()),
                storage.people().companies(),
                storage.operators(),
                storage.session(),
                fixture.clock);
        flow = new ReceiptFlow(reader, storage.log(), () -> KEY, () -> Duration.ofDays(30));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private UUID erased() {
        fixture.enrol().commands().remove(person);
        fixture.passUndoWindow();
        return reader.latest(1).getFirst().id();
    }

    @Test
    void aReceiptIsValidUntilAnythingInItIsChanged() throws IOException {
        var file = folder.resolve("receipt.json");
        flow.write(erased(), file, signed -> document(signed, "en"));
        var json = Files.readString(file);

        assertThat(SignedReceipt.check(json, KEY)).isEqualTo(SignedReceipt.Result.VALID);
        assertThat(SignedReceipt.check(json.replaceAll("\\s*\\n\\s*", ""), KEY)).isEqualTo(SignedReceipt.Result.VALID);
        assertThat(json).contains(person.toString()).doesNotContain("Zeynep").doesNotContain("ztürk");
        assertThat(SignedReceipt.check(json.replace("\"after\" : 0", "\"after\" : 1"), KEY))
                .isEqualTo(SignedReceipt.Result.CHANGED);
        assertThat(SignedReceipt.check(json.replaceFirst("\"version\" : 1", "\"version\" : 2"), KEY))
                .isEqualTo(SignedReceipt.Result.CHANGED);
        assertThat(SignedReceipt.check("not a receipt", KEY)).isEqualTo(SignedReceipt.Result.CHANGED);
        assertThat(SignedReceipt.check("{}", KEY)).isEqualTo(SignedReceipt.Result.CHANGED);
        var other = new byte[32];
        other[0] = 1;
        assertThat(SignedReceipt.check(json, new ReceiptKey(other))).isEqualTo(SignedReceipt.Result.OTHER_KEY);
        assertThat(fixture.application().storage().log().recent(1).getFirst().action())
                .isEqualTo("receipt.made");
    }

    @Test
    void thePdfHasEmbeddedLettersOfEveryLanguage() throws IOException {
        var file = folder.resolve("receipt.pdf");
        flow.write(erased(), file, signed -> document(signed, "de"));
        try (var pdf = new PdfReader(Files.readAllBytes(file))) {
            var text = new PdfTextExtractor(pdf).getTextFromPage(1);
            assertThat(text).contains("Löschung für Ğöksel ığüşçİ").contains(person.toString());
        }
        assertThat(Files.size(file)).isLessThan(400_000);
    }

    @Test
    void thereIsNoReceiptWithoutProofOrPermission() {
        var check = erased();
        var file = folder.resolve("none.json");
        fixture.application()
                .storage()
                .database()
                .with(handle -> handle.execute("update erasure_check set verified_at = null"));
        assertThatThrownBy(() -> flow.write(check, file, signed -> document(signed, "en")))
                .isInstanceOfSatisfying(
                        PrivacyException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("privacy.not-proven"));
        assertThat(reader.late()).isZero();
        fixture.clock.pass(Duration.ofDays(2));
        assertThat(reader.late()).isEqualTo(1);

        var operators = fixture.application().storage().operators();
        operators.signIn(operators.add("Robin", Role.RECEPTION).id());
        assertThatThrownBy(() -> reader.latest(1)).isInstanceOf(AuditException.class);
        assertThatThrownBy(() -> flow.write(check, file, signed -> document(signed, "en")))
                .isInstanceOf(AuditException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void anErasureWithItsProofTakesLessThanASecondAtTheNinetyFifthPercentile() {
        var photos = fixture.photos(0).subList(0, 1);
        var times = new ArrayList<Long>();
        fixture.enrol().commands().remove(person);
        fixture.passUndoWindow();
        for (int i = 0; i < 20; i++) {
            var next = fixture.enrol("Ana " + i, photos);
            fixture.enrol().commands().remove(next);
            long from = System.nanoTime();
            fixture.passUndoWindow();
            times.add((System.nanoTime() - from) / 1_000_000);
            assertThat(reader.latest(1).getFirst().verifiedAt()).isPresent();
        }
        times.sort(Long::compare);
        System.getLogger("erasure")
                .log(System.Logger.Level.INFO, "p50 {0} ms, p95 {1} ms", times.get(10), times.get(18));
        assertThat(times.get(18)).isLessThan(1_000);
    }

    private static PdfDocument document(SignedReceipt signed, String language) {
        return new PdfDocument(
                language,
                "Löschung für Ğöksel ığüşçİ",
                "introduction",
                List.of(List.of("person", signed.receipt().person())),
                List.of(List.of("place", "before", "after")),
                List.of(signed.hash()));
    }
}
