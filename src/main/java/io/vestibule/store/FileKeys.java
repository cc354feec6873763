package io.vestibule.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys of one database file, derived from its password with HKDF-SHA256 and the name of their purpose.
final class FileKeys {

    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final byte[] password;

    FileKeys(char[] password) {
        this.password = new String(password).getBytes(StandardCharsets.UTF_8);
    }

    /// A new HMAC-SHA256 with the key of this purpose.
    Mac mac(String purpose) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(derive(purpose), MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    /// 32 bytes for this purpose only.
    byte[] derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256", "SunJCE")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(password)
                            .thenExpand(("store/" + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 25 has HKDF-SHA256", e);
        }
    }

    /// Tells the right key from a wrong one, and nothing else of the key.
    byte[] check() {
        return Arrays.copyOf(derive("check"), 16);
    }
}
