package io.vestibule.camera.stream;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An RTSP camera on loopback: sends H.264 in RTP over the connection of the requests (RFC 2326 10.12, RFC 6184), in
/// a loop, and can misbehave. It knows the four requests that a client needs.
final class RtspServer implements AutoCloseable {

    /// Its behaviour from now on, also in running streams.
    enum Manner {
        WELL,
        /// Keeps the connection open and sends nothing more.
        STALLS,
        /// Closes the connection.
        DROPS,
        /// Knows no stream at that address.
        NOT_FOUND
    }

    static final String USER = "desk";
    static final String PASSWORD = "p@ss: \"w/rd\"";
    private static final String REALM = "camera";
    private static final String NONCE = "7c1f02aa";
    private static final int PACKET = 1200;
    private static final Pattern URI = Pattern.compile("uri=\"([^\"]*)\"");
    private static final Pattern RESPONSE = Pattern.compile("response=\"([^\"]*)\"");

    final AtomicInteger connections = new AtomicInteger();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket listener;
    private final List<byte[]> units;
    private final boolean locked;
    private final int rate;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Manner manner = Manner.WELL;
    private volatile boolean closed;

    /// @param listener plain or encrypted
    /// @param stream NAL units with start codes, one picture each beside the parameter sets
    /// @param locked whether Digest login is required
    RtspServer(ServerSocket listener, byte[] stream, int rate, boolean locked) {
        this.listener = listener;
        this.units = units(stream);
        this.rate = rate;
        this.locked = locked;
        threads.execute(this::accept);
    }

    static RtspServer plain(byte[] stream, int rate, boolean locked) throws IOException {
        return new RtspServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), stream, rate, locked);
    }

    int port() {
        return listener.getLocalPort();
    }

    void behave(Manner now) {
        manner = now;
    }

    private static List<byte[]> units(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int begin = -1;
        for (int at = 0; at + 3 <= stream.length; at++) {
            if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
                if (begin >= 0) {
                    units.add(java.util.Arrays.copyOfRange(stream, begin, stream[at - 1] == 0 ? at - 1 : at));
                }
                begin = at + 3;
            }
        }
        units.add(java.util.Arrays.copyOfRange(stream, begin, stream.length));
        return units;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // A client that hung up during the handshake, or the end of the test.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (!closed) {
                List<String> request = head(in);
                if (request.isEmpty()) {
                    return;
                }
                requests.add(String.join("\n", request));
                if (!answer(request, out)) {
                    play(out);
                    return;
                }
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (read != '\r') {
                line.append((char) read);
            }
        }
        return List.of();
    }

    /// @return false once the stream begins
    private boolean answer(List<String> request, DataOutputStream out) throws IOException {
        String method = request.getFirst().split(" ", -1)[0];
        String sequence = header(request, "CSeq");
        String status = "200 OK";
        String more = "";
        String body = "";
        switch (method) {
            case "OPTIONS" -> more = "Public: OPTIONS, DESCRIBE, SETUP, PLAY\r\n";
            case "DESCRIBE" -> {
                if (manner == Manner.NOT_FOUND) {
                    status = "404 Not Found";
                } else if (locked && !entitled(method, header(request, "Authorization"))) {
                    status = "401 Unauthorized";
                    more = "WWW-Authenticate: Digest realm=\"" + REALM + "\", nonce=\"" + NONCE + "\"\r\n";
                } else {
                    body = description();
                    more = "Content-Type: application/sdp\r\nContent-Length: " + body.length() + "\r\n";
                }
            }
            case "SETUP" -> more = "Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n";
            case "PLAY" -> more = "Session: 1\r\n";
            default -> more = "Session: 1\r\n";
        }
        out.write(("RTSP/1.0 " + status + "\r\nCSeq: " + sequence + "\r\n" + more + "\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return !method.equals("PLAY");
    }

    private String description() {
        Base64.Encoder encoder = Base64.getEncoder();
        String sets = encoder.encodeToString(unit(7)) + "," + encoder.encodeToString(unit(8));
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=test\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\n"
                + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
                + "a=fmtp:96 packetization-mode=1; sprop-parameter-sets=" + sets + "\r\na=control:track1\r\n";
    }

    private byte[] unit(int type) {
        return units.stream().filter(unit -> (unit[0] & 31) == type).findFirst().orElseThrow();
    }

    private static String header(List<String> request, String name) {
        return request.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static boolean entitled(String method, String authorization) {
        Matcher uri = URI.matcher(authorization);
        Matcher response = RESPONSE.matcher(authorization);
        if (!authorization.contains("username=\"" + USER + "\"") || !uri.find() || !response.find()) {
            return false;
        }
        String first = md5(USER + ":" + REALM + ":" + PASSWORD);
        String second = md5(method + ":" + uri.group(1));
        return response.group(1).equals(md5(first + ":" + NONCE + ":" + second));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    /// Begins in the middle of the stream, as a camera does: the first key picture comes later.
    private void play(DataOutputStream out) throws IOException {
        int sequence = 0;
        long picture = 0;
        long begun = System.nanoTime();
        int first = units.size() / 4;
        for (int at = first; !closed; at++) {
            byte[] unit = units.get(at % units.size());
            boolean shown = (unit[0] & 31) <= 5;
            sequence = send(unit, shown, sequence, picture * 90_000 / rate, out);
            if (shown) {
                picture++;
                LockSupport.parkNanos(begun + picture * 1_000_000_000L / rate - System.nanoTime());
            }
            while (manner == Manner.STALLS && !closed) {
                LockSupport.parkNanos(10_000_000);
            }
            if (manner != Manner.WELL) {
                return;
            }
        }
    }

    private static int send(byte[] unit, boolean last, int first, long time, DataOutputStream out) throws IOException {
        int sequence = first;
        if (unit.length <= PACKET) {
            packet(unit, 0, unit.length, -1, last, sequence++, time, out);
        } else {
            for (int from = 1; from < unit.length; from += PACKET) {
                int length = Math.min(PACKET, unit.length - from);
                boolean end = from + length == unit.length;
                int mark = (unit[0] & 31) | (from == 1 ? 0x80 : 0) | (end ? 0x40 : 0);
                packet(unit, from, length, mark, last && end, sequence++, time, out);
            }
        }
        out.flush();
        return sequence;
    }

    /// @param fragment second byte of a fragment; -1 for a whole unit
    private static void packet(
            byte[] unit,
            int from,
            int length,
            int fragment,
            boolean last,
            int sequence,
            long time,
            DataOutputStream out)
            throws IOException {
        out.writeByte('$');
        out.writeByte(0);
        out.writeShort(12 + length + (fragment < 0 ? 0 : 2));
        out.writeByte(0x80);
        out.writeByte(96 | (last ? 0x80 : 0));
        out.writeShort(sequence);
        out.writeInt((int) time);
        out.writeInt(1);
        if (fragment >= 0) {
            out.writeByte((unit[0] & 0xE0) | 28);
            out.writeByte(fragment);
        }
        out.write(unit, from, length);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
