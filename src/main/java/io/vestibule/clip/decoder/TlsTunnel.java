package io.vestibule.clip.decoder;

import io.vestibule.clip.wire.DecodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// An encrypted connection to a camera, made by Java: FFmpeg would accept a certificate for another host where the
/// address is a number, as those of cameras are, and finds no trusted certificates on most systems. FFmpeg speaks to
/// one port of this machine, which takes one connection.
final class TlsTunnel {

    private static final int DEFAULT_PORT = 322;
    private static final int CONNECT_MILLIS = 5000;

    private final int port;

    private TlsTunnel(int port) {
        this.port = port;
    }

    /// Connects, and checks the certificate and its host. Nothing else is sent before that.
    static TlsTunnel open(URI camera) throws DecodeException {
        try {
            SSLSocket far = connect(camera.getHost(), camera.getPort() < 0 ? DEFAULT_PORT : camera.getPort());
            ServerSocket near = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            background(() -> serve(near, far));
            return new TlsTunnel(near.getLocalPort());
        } catch (SSLException e) {
            throw new DecodeException(DecodeFault.NOT_TRUSTED, 0);
        } catch (IOException e) {
            throw new DecodeException(DecodeFault.UNREACHABLE, 0);
        }
    }

    int port() {
        return port;
    }

    private static SSLSocket connect(String host, int port) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port), CONNECT_MILLIS);
            plain.setSoTimeout(CONNECT_MILLIS);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            plain.setSoTimeout(0);
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static void serve(ServerSocket listener, Socket far) {
        try (listener;
                far;
                Socket near = listener.accept()) {
            listener.close();
            background(() -> copy(near, far));
            copy(far, near);
        } catch (IOException e) {
            // One end is gone; both are closed, and FFmpeg reports the loss.
        }
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[1 << 14];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // As above.
        }
    }

    private static void background(Runnable task) {
        Thread.ofPlatform().daemon(true).start(task);
    }
}
