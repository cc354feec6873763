package io.vestibule.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP proxy in front of a server, which loses answers on request: the server has performed the call, and the
/// caller's connection is closed instead.
final class LossyProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final URI server;
    private final AtomicInteger toLose = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    private LossyProxy(ServerSocket socket, URI server) {
        this.socket = socket;
        this.server = server;
    }

    static LossyProxy before(URI server) {
        try {
            var proxy = new LossyProxy(new ServerSocket(0, 50, InetAddress.getByName(server.getHost())), server);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("http://%s:%d".formatted(server.getHost(), socket.getLocalPort()));
    }

    /// From now on the next answers are lost.
    void loseAnswers(int number) {
        toLose.set(number);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                var upstream = new Socket(server.getHost(), server.getPort())) {
            var requests = threads.submit(() -> pump(caller.getInputStream(), upstream.getOutputStream(), false));
            pump(upstream.getInputStream(), caller.getOutputStream(), true);
            requests.cancel(false);
        } catch (IOException _) {
            // Either side went away: the other one is closed as well.
        }
    }

    private Void pump(InputStream from, OutputStream to, boolean answers) throws IOException {
        var buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (answers && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return null;
            }
            to.write(buffer, 0, read);
            to.flush();
        }
        return null;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
