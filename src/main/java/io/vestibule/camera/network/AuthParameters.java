package io.vestibule.camera.network;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The parameters of a header `WWW-Authenticate` (RFC 9110, section 11.2): names in lower case, values without their
/// quotes. Written as a scanner, because a camera decides what it contains: with a regular expression, a long value
/// overflowed the stack and ended the camera's thread.
final class AuthParameters {

    /// Longer headers are cut. Real challenges have a few hundred characters.
    private static final int MAX_LENGTH = 8_192;

    private final String header;
    private int at;

    private AuthParameters(String header) {
        this.header = header.length() > MAX_LENGTH ? header.substring(0, MAX_LENGTH) : header;
    }

    /// @param header one challenge, with or without its scheme
    static Map<String, String> parse(String header) {
        return new AuthParameters(header).parse();
    }

    private Map<String, String> parse() {
        Map<String, String> values = new HashMap<>();
        while (at < header.length()) {
            String name = token();
            if (name.isEmpty()) {
                at++;
                continue;
            }
            skipSpace();
            if (at < header.length() && header.charAt(at) == '=') {
                at++;
                skipSpace();
                values.put(name.toLowerCase(Locale.ROOT), value());
            }
        }
        return values;
    }

    private String value() {
        return at < header.length() && header.charAt(at) == '"' ? quoted() : bare();
    }

    /// Backslashes are kept as they are: the value goes back to the camera in quotes.
    private String quoted() {
        int from = ++at;
        while (at < header.length() && header.charAt(at) != '"') {
            at += header.charAt(at) == '\\' ? 2 : 1;
        }
        int end = Math.min(at, header.length());
        at = end + 1;
        return header.substring(from, end);
    }

    private String bare() {
        int from = at;
        while (at < header.length() && header.charAt(at) != ',' && !Character.isWhitespace(header.charAt(at))) {
            at++;
        }
        return header.substring(from, at);
    }

    private String token() {
        int from = at;
        while (at < header.length() && isTokenPart(header.charAt(at))) {
            at++;
        }
        return header.substring(from, at);
    }

    private static boolean isTokenPart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
    }

    private void skipSpace() {
        while (at < header.length() && Character.isWhitespace(header.charAt(at))) {
            at++;
        }
    }
}
