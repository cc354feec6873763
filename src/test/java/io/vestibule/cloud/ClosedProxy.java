package io.vestibule.cloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A proxy that requires a password.
record ClosedProxy(ServerSocket socket) implements AutoCloseable {

    private static final byte[] ANSWER = """
            HTTP/1.1 407 Proxy Authentication Required\r
            Proxy-Authenticate: Basic realm="company"\r
            Content-Length: 0\r
            Connection: close\r
            \r
            """.getBytes(StandardCharsets.US_ASCII);

    static ClosedProxy start() throws IOException {
        var proxy = new ClosedProxy(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
        Thread.startVirtualThread(proxy::serve);
        return proxy;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.startVirtualThread(() -> refuse(caller));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void refuse(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                // The proxy reads only the headers of the request.
            }
            caller.getOutputStream().write(ANSWER);
            caller.shutdownOutput();
            in.skip(Long.MAX_VALUE);
        } catch (IOException _) {
            // The client has closed the connection.
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
