package io.vestibule.privacy.receipt;

import io.vestibule.base.Sha256;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A receipt with its hash (SHA-256) and signature. Both are over the receipt as JSON without white space, in the order
/// of
/// its fields, so that they survive a program that formats the file anew.
public record SignedReceipt(Receipt receipt, String hash, String signature, String publicKey) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What became of a check.
    public enum Result {
        VALID,
        /// Signed, and unchanged since, but with the key of another desk.
        OTHER_KEY,
        /// Not a receipt, or changed since it was signed.
        CHANGED
    }

    static SignedReceipt of(Receipt receipt, ReceiptKey key) {
        var bytes = JSON.writeValueAsString(receipt).getBytes(StandardCharsets.UTF_8);
        return new SignedReceipt(receipt, Sha256.hex(bytes), key.sign(bytes), key.publicKey());
    }

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /// Checks a file.
    ///
    /// @param key of this desk
    public static Result check(String json, ReceiptKey key) {
        try {
            var file = JSON.readTree(json);
            var bytes = JSON.writeValueAsString(file.path("receipt")).getBytes(StandardCharsets.UTF_8);
            var publicKey = text(file, "publicKey");
            if (!Sha256.hex(bytes).equals(text(file, "hash"))
                    || !ReceiptKey.isSigned(bytes, text(file, "signature"), publicKey)) {
                return Result.CHANGED;
            }
            return publicKey.equals(key.publicKey()) ? Result.VALID : Result.OTHER_KEY;
        } catch (JacksonException _) {
            return Result.CHANGED;
        }
    }

    private static String text(JsonNode file, String name) {
        return file.path(name).asString("");
    }
}
