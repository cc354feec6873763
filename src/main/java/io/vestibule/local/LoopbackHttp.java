package io.vestibule.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/// HTTP servers that only programs of this computer reach, with limits that keep one of those from using up the
/// memory of this one: by default the JDK's server waits for ever for the head of a request, and accepts any number
/// of connections.
public final class LoopbackHttp {

    /// The properties of the JDK's server, which it reads once. Seconds, and a number of connections.
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "60",
            "jdk.httpserver.maxConnections", "1000",
            "sun.net.httpserver.maxReqHeaders", "100");

    static {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private LoopbackHttp() {}

    /// A server that is not started yet.
    ///
    /// @param port 0 for any free port
    /// @throws java.net.BindException if another program uses the port
    public static HttpServer create(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    }
}
