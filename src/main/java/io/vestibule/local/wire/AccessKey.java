package io.vestibule.local.wire;

import java.security.SecureRandom;
import java.util.Base64;

/// The one key pair that the server accepts. Generated here; it belongs to no AWS account.
///
/// @param secret the key for signatures; never printed, never logged
public record AccessKey(String id, String secret) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_LENGTH = 16;
    private static final int SECRET_BYTES = 30;

    static AccessKey random() {
        var random = new SecureRandom();
        var id = new StringBuilder("VEST");
        random.ints(ID_LENGTH, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new AccessKey(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
