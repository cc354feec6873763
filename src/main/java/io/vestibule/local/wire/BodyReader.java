package io.vestibule.local.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Reads the bodies of requests within limits of size, memory and time. Callers that send slowly, or stop in the
/// middle, hold only the memory of what they have sent, and only until the time limit; they delay nobody else.
final class BodyReader implements AutoCloseable {

    /// Two pictures of 5 MiB as base64 (CompareFaces) and the JSON around them.
    static final int LONGEST = 16 * 1024 * 1024;

    /// How many bytes of a rejected body are read.
    private static final long DRAINED = 4L * LONGEST;

    private static final int CHUNK = 64 * 1024;

    private final Semaphore chunks;
    private final Duration time;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("request-time-limit").daemon().factory());

    /// @param memory bytes of all bodies that are in memory at a time
    /// @param time until a body has to be complete
    BodyReader(int memory, Duration time) {
        this.chunks = new Semaphore(Math.ceilDiv(memory, CHUNK));
        this.time = time;
    }

    /// A body, and its share of the memory until it is closed.
    final class Body implements AutoCloseable {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int held;

        byte[] bytes() {
            return bytes.toByteArray();
        }

        private void add(byte[] buffer, int length) throws RequestRejectedException {
            if (bytes.size() + length > LONGEST) {
                throw RequestRejectedException.tooLarge(LONGEST);
            }
            while ((long) held * CHUNK < bytes.size() + (long) length) {
                if (!chunks.tryAcquire()) {
                    throw RequestRejectedException.busy();
                }
                held++;
            }
            bytes.write(buffer, 0, length);
        }

        @Override
        public void close() {
            chunks.release(held);
            held = 0;
        }
    }

    /// @throws RequestRejectedException if the body is too long, or the memory for bodies is used up
    /// @throws IOException if the caller stopped sending; the connection is closed then
    Body read(HttpExchange exchange) throws IOException, RequestRejectedException {
        var limit = limit(exchange);
        var body = new Body();
        boolean complete = false;
        try {
            var buffer = new byte[CHUNK];
            var from = exchange.getRequestBody();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                body.add(buffer, read);
            }
            complete = true;
            return body;
        } finally {
            limit.cancel(false);
            if (!complete) {
                body.close();
            }
        }
    }

    /// Reads and discards the rest of a rejected body: otherwise a caller that is still sending would see a broken
    /// connection instead of the error.
    void drain(HttpExchange exchange) throws IOException {
        var limit = limit(exchange);
        try {
            drain(exchange.getRequestBody());
        } finally {
            limit.cancel(false);
        }
    }

    private static void drain(InputStream body) throws IOException {
        var buffer = new byte[CHUNK];
        long left = DRAINED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(buffer);
        }
    }

    /// Closes the connection when the time is over; that ends a read that waits.
    private Future<?> limit(HttpExchange exchange) {
        return watchdog.schedule(exchange::close, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        watchdog.shutdown();
    }
}
