package io.vestibule.camera.jpeg;

import java.util.Optional;

/// Creates decoders: with libturbojpeg where the system has it, else with the JDK.
public final class JpegDecoders {

    private final Optional<TurboJpeg> turbo;

    private JpegDecoders(Optional<TurboJpeg> turbo) {
        this.turbo = turbo;
    }

    /// Looks up the library once.
    public static JpegDecoders ofSystem() {
        return new JpegDecoders(TurboJpeg.find());
    }

    /// Uses the JDK's reader even where the system has libturbojpeg.
    public static JpegDecoders ofJdk() {
        return new JpegDecoders(Optional.empty());
    }

    public boolean fast() {
        return turbo.isPresent();
    }

    /// Creates a decoder; one per open camera.
    public JpegDecoder create() {
        return turbo.<JpegDecoder>map(TurboJpegDecoder::new).orElseGet(JdkJpegDecoder::new);
    }
}
