package io.vestibule.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Requests over UDP to a server of this test.
class SntpClientTest {

    private static final Instant TIME = Instant.parse("2026-11-30T08:02:11.500Z");
    private static final long EPOCH = 2_208_988_800L;

    /// Answers one request as a server of stratum 2 does, changed by the test.
    private Optional<Instant> ask(Instant time, UnaryOperator<ByteBuffer> change) throws Exception {
        try (var server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var thread = Thread.ofPlatform().start(() -> answer(server, time, change));
            var answer = new SntpClient(() -> "127.0.0.1:" + server.getLocalPort()).time();
            thread.join();
            return answer;
        }
    }

    private static void answer(DatagramSocket server, Instant time, UnaryOperator<ByteBuffer> change) {
        try {
            var request = new DatagramPacket(new byte[48], 48);
            server.receive(request);
            var asked = ByteBuffer.wrap(request.getData());
            assertThat(asked.get(0)).isEqualTo((byte) 0x23);
            var answer = ByteBuffer.allocate(48)
                    .put(0, (byte) 0x24)
                    .put(1, (byte) 2)
                    .putLong(24, asked.getLong(40))
                    .putInt(40, (int) (time.getEpochSecond() + EPOCH))
                    .putInt(44, (int) ((long) time.getNano() * (1L << 32) / 1_000_000_000L));
            var bytes = change.apply(answer).array();
            server.send(new DatagramPacket(bytes, bytes.length, request.getSocketAddress()));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsTheTimeOfTheServer() throws Exception {
        assertThat(ask(TIME, answer -> answer)).contains(TIME);
    }

    @Test
    void readsATimeAfterTheSecondsHaveBegunAgain() throws Exception {
        var later = Instant.parse("2040-02-01T00:00:00Z");
        assertThat(ask(later, answer -> answer)).contains(later);
    }

    @Test
    void anAnswerToSomebodyElseIsNone() throws Exception {
        assertThat(ask(TIME, answer -> answer.putLong(24, 1))).isEmpty();
    }

    @Test
    void aServerThatIsNotSynchronisedIsNone() throws Exception {
        assertThat(ask(TIME, answer -> answer.put(0, (byte) 0xE4))).isEmpty();
        assertThat(ask(TIME, answer -> answer.put(1, (byte) 0))).isEmpty();
        assertThat(ask(TIME, answer -> answer.put(1, (byte) 16))).isEmpty();
    }

    @Test
    void anAnswerThatIsNoAnswerIsNone() throws Exception {
        assertThat(ask(TIME, answer -> answer.put(0, (byte) 0x23))).isEmpty();
        assertThat(ask(TIME, _ -> ByteBuffer.allocate(12))).isEmpty();
    }

    @Test
    void silenceIsNone() throws Exception {
        try (var server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var client = new SntpClient(() -> "127.0.0.1:" + server.getLocalPort(), Duration.ofMillis(50));
            assertThat(client.time()).isEmpty();
        }
    }

    @Test
    void withoutAServerNobodyIsAsked() {
        assertThat(new SntpClient(() -> "").time()).isEmpty();
    }

    @Test
    void anAddressIsAHostWithOrWithoutAPort() {
        var valid = ClockKeys.NTP_SERVER.valid();
        assertThat(java.util.List.of("", "pool.example", "10.1.2.3:1123", "[fd00::1]:123"))
                .allMatch(valid);
        assertThat(java.util.List.of("http://a", "a b", "a:0", "a:70000", "a:")).noneMatch(valid);
    }
}
