package io.vestibule.privacy.access;

import io.vestibule.audit.AuditLog;
import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.PersonId;
import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.privacy.PrivacyFailure;
import io.vestibule.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;

/// Writes everything that is stored about a person into one encrypted file. Needs [Permission#HAND_OVER_DATA]. Blocks.
public final class HandOverFlow {

    /// Without letters and digits that look alike.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /// 20 of 31 letters: 99 bits, which nobody tries out.
    private static final int LENGTH = 20;

    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HeldDataReader reader;
    private final Session session;
    private final AuditLog log;

    public HandOverFlow(HeldDataReader reader, Session session, AuditLog log) {
        this.reader = reader;
        this.session = session;
        this.log = log;
    }

    /// @param file PDF; replaced if it exists
    /// @param words the data and their photos as a document in the language of the person
    /// @return the passphrase that opens it; it is stored nowhere
    /// @throws PrivacyException `privacy.person-gone`, `privacy.file-not-written`; the file is as it was
    public String write(
            PersonId person,
            Path file,
            BiFunction<HeldData, List<HeldDataDocument.Attachment>, HeldDataDocument> words) {
        session.require(Permission.HAND_OVER_DATA);
        var collected = reader.collect(person).orElseThrow(() -> new PrivacyException(new PrivacyFailure.PersonGone()));
        // Before anything is written: nothing is handed over without an entry.
        log.append(AuditAction.PERSON_HANDED_OVER.code(), person.toString());
        var pictures = collected.photos().stream()
                .map(photo -> new HeldDataDocument.Attachment(photo.file(), photo.jpeg()))
                .toList();
        var json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(collected.data()) + "\n";
        var passphrase = passphrase();
        try {
            OwnerOnlyFiles.write(
                    file,
                    words.apply(collected.data(), pictures)
                            .encrypted(
                                    passphrase,
                                    new HeldDataDocument.Attachment(
                                            "data.json", json.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new PrivacyException(
                    new PrivacyFailure.FileNotWritten(e.getClass().getSimpleName()), e);
        }
        return passphrase;
    }

    private static String passphrase() {
        var words = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                words.append('-');
            }
            words.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return words.toString();
    }
}
