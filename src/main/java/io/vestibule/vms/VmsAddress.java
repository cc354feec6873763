package io.vestibule.vms;

import io.vestibule.base.Loopback;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The base address of a VMS or of Cloud Two: `https`, a host, optionally a port and a path, with a slash at the end.
/// Plain `http` is accepted for the loopback address only, because every call carries the key.
public record VmsAddress(URI base) {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://.*");
    private static final Pattern API = Pattern.compile("/(api|v1|docs)(/.*)?$");
    private static final int LONGEST = 500;
    private static final int MOST_PORT = 65_535;

    public VmsAddress {
        if (!isSafe(base)) {
            throw new VmsException(new VmsFailure.BadAddress());
        }
    }

    /// Reads a typed or pasted address: a missing scheme is `https`, a path into the API is removed.
    ///
    /// @throws VmsException [VmsFailure.BadAddress], [VmsFailure.NotEncrypted]
    public static VmsAddress parse(String typed) {
        String text = typed.strip();
        URI given = uri(SCHEME.matcher(text).matches() ? text : "https://" + text)
                .filter(uri -> text.length() <= LONGEST && uri.getHost() != null)
                .orElseThrow(() -> new VmsException(new VmsFailure.BadAddress()));
        String scheme = given.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !Loopback.isLoopback(given.getHost())) {
            throw new VmsException(new VmsFailure.NotEncrypted());
        }
        String path = API.matcher(given.getRawPath()).replaceFirst("");
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        String user = given.getRawUserInfo() == null ? "" : given.getRawUserInfo() + "@";
        return new VmsAddress(uri(scheme + "://" + user + given.getHost() + port + withoutSlashes(path) + "/")
                .orElseThrow(() -> new VmsException(new VmsFailure.BadAddress())));
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /// Resolves a path of the server, also one that the server sent without knowing the path prefix of a reverse
    /// proxy. An absolute URI is returned unchanged, so check [#isSameServer] before calling it.
    ///
    /// @param path for example `api/v3/alert_rules/`, with or without a leading slash
    /// @throws VmsException [VmsFailure.Unreadable] if it is not a path
    public URI resolve(String path) {
        boolean folder = path.startsWith("/") && !path.startsWith("//") && !path.startsWith(base.getRawPath());
        try {
            return base.resolve(folder ? path.substring(1) : path);
        } catch (IllegalArgumentException _) {
            throw new VmsException(new VmsFailure.Unreadable());
        }
    }

    /// Whether a call to that URI goes to this server.
    public boolean isSameServer(URI other) {
        return base.getScheme().equals(other.getScheme())
                && other.getHost() != null
                && base.getHost().equalsIgnoreCase(other.getHost())
                && port(base) == port(other)
                && other.getRawUserInfo() == null;
    }

    public boolean isLoopback() {
        return Loopback.isLoopback(base.getHost());
    }

    @Override
    public String toString() {
        return base.toString();
    }

    private static boolean isSafe(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= MOST_PORT
                && uri.getPort() != 0
                && uri.getRawPath().endsWith("/")
                && ("https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme()) && Loopback.isLoopback(uri.getHost())));
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
