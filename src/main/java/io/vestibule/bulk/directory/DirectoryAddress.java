package io.vestibule.bulk.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Where a directory is. Every connection is encrypted: `ldaps` from its beginning, `ldap` by StartTLS before anything
/// else is said.
///
/// @param startTls whether the connection begins without encryption
public record DirectoryAddress(String host, int port, boolean startTls) {

    private static final int LDAPS = 636;
    private static final int LDAP = 389;

    /// Empty unless it is `ldaps://host[:port]` or `ldap://host[:port]`.
    public static Optional<DirectoryAddress> parse(String text) {
        try {
            var uri = new URI(text.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean plain = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && (uri.getPath() == null
                            || uri.getPath().isEmpty()
                            || uri.getPath().equals("/"));
            if (!plain || !(scheme.equals("ldaps") || scheme.equals("ldap"))) {
                return Optional.empty();
            }
            boolean startTls = scheme.equals("ldap");
            int usual = startTls ? LDAP : LDAPS;
            return Optional.of(
                    new DirectoryAddress(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort(), startTls));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
