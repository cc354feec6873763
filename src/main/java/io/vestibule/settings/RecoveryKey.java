package io.vestibule.settings;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;

/// The master key as text that a person can print, keep and type: 13 groups of five characters, the last of which
/// checks its group and its position. With it the data folder and its backups can be opened on any computer.
public final class RecoveryKey {

    /// Crockford's alphabet: without letters that look like others.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 13;
    private static final int DATA = 4;
    private static final int BITS = 5;
    private static final int KEY_BYTES = 32;

    private RecoveryKey() {}

    /// @param key 32 bytes
    static String text(byte[] key) {
        // 260 bits: the key and four zeros.
        var number = new BigInteger(1, key).shiftLeft(GROUPS * DATA * BITS - KEY_BYTES * Byte.SIZE);
        var groups = new ArrayList<String>();
        for (int group = 0; group < GROUPS; group++) {
            var text = new StringBuilder();
            for (int i = 0; i < DATA; i++) {
                int shift = (GROUPS * DATA - 1 - group * DATA - i) * BITS;
                text.append(ALPHABET.charAt(number.shiftRight(shift).intValue() & (ALPHABET.length() - 1)));
            }
            groups.add(text.append(check(text, group)).toString());
        }
        return String.join("-", groups);
    }

    /// @param typed case, spaces and hyphens do not matter; O is read as 0, I and L as 1
    /// @return 32 bytes
    /// @throws SettingsException `settings.recovery-key-typed` with the number of the first wrong group, from 1
    static byte[] parse(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[\\s-]", "");
        var number = BigInteger.ZERO;
        for (int group = 0; group < GROUPS; group++) {
            int start = group * (DATA + 1);
            if (letters.length() < start + DATA + 1) {
                throw mistyped(group);
            }
            var data = letters.substring(start, start + DATA);
            if (letters.charAt(start + DATA) != check(data, group)) {
                throw mistyped(group);
            }
            for (int i = 0; i < DATA; i++) {
                number = number.shiftLeft(BITS).or(BigInteger.valueOf(ALPHABET.indexOf(data.charAt(i))));
            }
        }
        int spare = GROUPS * DATA * BITS - KEY_BYTES * Byte.SIZE;
        if (letters.length() != GROUPS * (DATA + 1) || (number.signum() != 0 && number.getLowestSetBit() < spare)) {
            throw mistyped(GROUPS - 1);
        }
        var bytes = number.shiftRight(spare).toByteArray();
        var key = new byte[KEY_BYTES];
        int length = Math.min(bytes.length, KEY_BYTES);
        System.arraycopy(bytes, bytes.length - length, key, KEY_BYTES - length, length);
        Arrays.fill(bytes, (byte) 0);
        return key;
    }

    private static SettingsException mistyped(int group) {
        return new SettingsException(new SettingsFailure.RecoveryKeyTyped(group + 1));
    }

    /// Luhn's method with 32 digits: finds every single wrong character and nearly every exchange of
    /// neighbours. The number of the group takes part, so that exchanged groups are found as well.
    private static char check(CharSequence data, int group) {
        int size = ALPHABET.length();
        int sum = group;
        for (int i = 0; i < data.length(); i++) {
            int value = ALPHABET.indexOf(data.charAt(i));
            if (value < 0) {
                return ' '; // no character of a key
            }
            int added = i % 2 == 0 ? value : 2 * value;
            sum += added / size + added % size;
        }
        return ALPHABET.charAt((size - sum % size) % size);
    }
}
