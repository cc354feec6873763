package io.vestibule.vms;

import io.vestibule.base.Sha256;
import java.util.regex.Pattern;

/// The licence key of one account of a VMS. It gives full access to the account, so [#toString] does not
/// contain it.
public final class LicenceKey {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,1000}");

    private static final int FINGERPRINT_DIGITS = 16;

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
        return Sha256.hex(text).substring(0, FINGERPRINT_DIGITS);
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
