package io.vestibule.clock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks an NTP server for the time: one request of RFC 4330 (SNTP version 4), without authentication. The answer is
/// accurate to the round trip, which is far more than a check of the date needs.
public final class SntpClient implements TimeSource {

    private static final int PORT = 123;
    private static final int LENGTH = 48;
    private static final int MODE_CLIENT = 3;
    private static final int MODE_SERVER = 4;
    private static final int VERSION = 4;
    private static final int NOT_SYNCHRONISED = 3;
    private static final int MOST_STRATUM = 15;
    private static final int TRANSMIT = 40;
    private static final int ORIGINATE = 24;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// Seconds from the epoch of NTP, 1900, to that of Java.
    private static final long EPOCH = 2_208_988_800L;

    /// NTP counts seconds in 32 bits, which begin again in 2036: a smaller number is a time after that.
    private static final long FIRST_OF_ERA =
            Instant.parse("2020-01-01T00:00:00Z").getEpochSecond() + EPOCH;

    private final Supplier<String> server;
    private final Duration timeout;
    private final SecureRandom random = new SecureRandom();

    /// @param server `host` or `host:port` at the time of the request; empty for none
    public SntpClient(Supplier<String> server) {
        this(server, TIMEOUT);
    }

    SntpClient(Supplier<String> server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "ntp";
    }

    /// Empty also if the server does not answer, or says that its own clock is not synchronised.
    @Override
    public Optional<Instant> time() {
        var configured = server.get();
        if (configured.isEmpty()) {
            return Optional.empty();
        }
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            var address = ClockKeys.address(configured, PORT);
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()));
            // A random number in place of our time tells nobody our clock, and shows that an answer is to this request.
            long nonce = random.nextLong();
            var request = ByteBuffer.allocate(LENGTH)
                    .put(0, (byte) (VERSION << 3 | MODE_CLIENT))
                    .putLong(TRANSMIT, nonce);
            socket.send(new DatagramPacket(request.array(), LENGTH));
            var answer = new DatagramPacket(new byte[LENGTH], LENGTH);
            socket.receive(answer);
            return answer.getLength() < LENGTH ? Optional.empty() : read(ByteBuffer.wrap(answer.getData()), nonce);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(ByteBuffer answer, long nonce) {
        int head = answer.get(0) & 0xFF;
        int stratum = answer.get(1) & 0xFF;
        long seconds = answer.getInt(TRANSMIT) & 0xFFFF_FFFFL;
        long fraction = answer.getInt(TRANSMIT + 4) & 0xFFFF_FFFFL;
        boolean valid = (head & 7) == MODE_SERVER
                && head >> 6 != NOT_SYNCHRONISED
                && stratum >= 1
                && stratum <= MOST_STRATUM
                && answer.getLong(ORIGINATE) == nonce
                && seconds != 0;
        if (!valid) {
            return Optional.empty();
        }
        long era = seconds >= (FIRST_OF_ERA & 0xFFFF_FFFFL) ? 0 : 1L << 32;
        return Optional.of(Instant.ofEpochSecond(seconds + era - EPOCH, (fraction * 1_000_000_000L) >>> 32));
    }
}
