package io.vestibule.vms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The licence key of one account of a VMS. It gives full access to the account, so [#toString] does not
/// contain it.
public final class LicenceKey {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,1000}");

    private static final int FINGERPRINT_BYTES = 8;

    private final String text;

    private LicenceKey(String text) {
        this.text = text;
    }

    /// Surrounding spaces from pasting are removed.
    ///
    /// @throws VmsException [VmsFailure.BadKey] if it cannot be a key
    public static LicenceKey of(String typed) {
        String text = typed.strip();
        if (!VISIBLE.matcher(text).matches()) {
            throw new VmsException(new VmsFailure.BadKey());
        }
        return new LicenceKey(text);
    }

    /// The key itself, for the request header and the vault only.
    public String reveal() {
        return text;
    }

    /// Tells keys apart without showing them: 16 hexadecimal digits.
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LicenceKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "LicenceKey[hidden]";
    }
}
