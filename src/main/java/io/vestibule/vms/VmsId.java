package io.vestibule.vms;

import java.net.URI;
import java.util.Locale;

/// Identity of one VMS: its normalised address, and the account on it where that is known. Ids of rules,
/// cameras and groups mean something together with it only.
///
/// @param server normalised address, `embedded` for the embedded VMS, empty for a VMS that is not known
/// @param account distinguishes accounts of one server; empty where it is not known
public record VmsId(String server, String account) {

    /// The embedded VMS, whose address differs at every start.
    public static final VmsId EMBEDDED = new VmsId("embedded", "");

    /// A VMS that is not known, because an older version did not store it. No client has this id.
    public static final VmsId UNKNOWN = new VmsId("", "");

    private static final String BETWEEN = " ";

    /// The same server gets the same id whatever the case of its host, and with or without the usual port.
    public static VmsId of(VmsAddress address, String account) {
        URI base = address.base();
        String host = base.getHost().toLowerCase(Locale.ROOT);
        String port = base.getPort() < 0 || base.getPort() == usualPort(base) ? "" : ":" + base.getPort();
        return new VmsId(
                base.getScheme() + "://" + (host.endsWith(".") ? host.substring(0, host.length() - 1) : host) + port
                        + base.getRawPath(),
                account);
    }

    /// Reads [#text].
    public static VmsId parse(String text) {
        int end = text.indexOf(BETWEEN);
        return end < 0 ? new VmsId(text, "") : new VmsId(text.substring(0, end), text.substring(end + 1));
    }

    /// In one line, for the database.
    public String text() {
        return account.isEmpty() ? server : server + BETWEEN + account;
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    private static int usualPort(URI base) {
        return "https".equals(base.getScheme()) ? 443 : 80;
    }

    @Override
    public String toString() {
        return text();
    }
}
