package io.vestibule.base;

import java.net.InetAddress;

/// Whether an address is this computer's own.
public final class Loopback {

    private Loopback() {}

    /// Decided by the text alone: a name that resolves to loopback today may resolve to another machine tomorrow.
    ///
    /// @param host a name, or an IP address
    public static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
