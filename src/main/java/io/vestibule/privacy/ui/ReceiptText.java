package io.vestibule.privacy.ui;

import io.vestibule.people.change.ErasurePlace;
import io.vestibule.privacy.receipt.PdfDocument;
import io.vestibule.privacy.receipt.Receipt;
import io.vestibule.privacy.receipt.ReceiptKey;
import io.vestibule.privacy.receipt.SignedReceipt;
import io.vestibule.ui.Strings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/// A receipt in the language of the screen.
final class ReceiptText {

    private final Strings strings;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;

    ReceiptText(Strings strings) {
        this.strings = strings;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
    }

    PdfDocument document(SignedReceipt signed) {
        Receipt receipt = signed.receipt();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                strings.text("privacy.erasure.place"),
                strings.text("privacy.erasure.before"),
                strings.text("privacy.erasure.after")));
        receipt.places()
                .forEach(place -> table.add(List.of(
                        strings.constant("privacy.place", ErasurePlace.valueOf(place.place())),
                        Integer.toString(place.before()),
                        Integer.toString(place.after()))));
        return new PdfDocument(
                strings.locale().getLanguage(),
                strings.text("privacy.receipt.title"),
                strings.text("privacy.receipt.introduction"),
                facts(receipt),
                table,
                List.of(
                        strings.text("privacy.receipt.backups", day(receipt.inNoBackupAfter())),
                        strings.text("privacy.receipt.hash", signed.hash()),
                        strings.text(
                                "privacy.receipt.signature",
                                signed.signature(),
                                ReceiptKey.fingerprint(signed.publicKey()))));
    }

    private List<List<String>> facts(Receipt receipt) {
        return List.of(
                List.of(strings.text("privacy.receipt.id"), receipt.id()),
                List.of(strings.text("privacy.receipt.company"), receipt.company()),
                List.of(strings.text("privacy.receipt.person"), receipt.person()),
                List.of(strings.text("privacy.receipt.removed"), time(receipt.removedAt())),
                List.of(
                        strings.text("privacy.receipt.by"),
                        receipt.removedBy().isEmpty() ? strings.text("privacy.receipt.expired") : receipt.removedBy()),
                List.of(strings.text("privacy.receipt.erased"), time(receipt.erasedAt())),
                List.of(strings.text("privacy.receipt.verified"), time(receipt.verifiedAt())),
                List.of(strings.text("privacy.receipt.engine"), receipt.engine()),
                List.of(strings.text("privacy.receipt.collection"), receipt.collection()));
    }

    private String time(String at) {
        return time.format(Instant.parse(at));
    }

    private String day(String at) {
        return day.format(Instant.parse(at));
    }
}
