package io.vestibule.camera.network;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Address of a network camera: `http`, `https`, `rtsp` or `rtsps`, a host, and no login in the address itself.
public record NetworkAddress(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "rtsp", "rtsps");

    /// Who could read the traffic.
    public enum Privacy {
        /// Nobody: the certificate is checked.
        ENCRYPTED,
        /// Nobody else: the camera is on this machine.
        SAME_MACHINE,
        /// Everybody on the network can see the picture, and with Basic login the password. The user has to be
        /// warned, and to accept that, before the camera is used.
        READABLE_BY_OTHERS
    }

    public NetworkAddress {
        if (!fits(uri)) {
            throw new IllegalArgumentException("Not the address of a network camera");
        }
    }

    /// Empty when it cannot be the address of a camera.
    public static Optional<NetworkAddress> parse(String typed) {
        try {
            URI uri = URI.create(typed.strip());
            return fits(uri) ? Optional.of(new NetworkAddress(uri)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return SCHEMES.contains(scheme)
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null;
    }

    /// Whether the camera speaks RTSP; otherwise it sends MJPEG over HTTP.
    public boolean isRtsp() {
        return uri.getScheme().toLowerCase(Locale.ROOT).startsWith("rtsp");
    }

    public Privacy privacy() {
        if (uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("rtsps")) {
            return Privacy.ENCRYPTED;
        }
        String host = uri.getHost();
        boolean here =
                host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
        return here ? Privacy.SAME_MACHINE : Privacy.READABLE_BY_OTHERS;
    }
}
