package io.vestibule.camera.jpeg;

import java.util.Optional;

/// Makes decoders: by libturbojpeg where the system has it, else by the JDK.
public final class JpegDecoders {

    private final Optional<TurboJpeg> turbo;

    private JpegDecoders(Optional<TurboJpeg> turbo) {
        this.turbo = turbo;
    }

    /// Looks for the library once.
    public static JpegDecoders ofSystem() {
        return new JpegDecoders(TurboJpeg.find());
    }

    /// The JDK's reader whatever the system has.
    public static JpegDecoders ofJdk() {
        return new JpegDecoders(Optional.empty());
    }

    public boolean fast() {
        return turbo.isPresent();
    }

    /// One for each open camera.
    public JpegDecoder create() {
        return turbo.<JpegDecoder>map(TurboJpegDecoder::new).orElseGet(JdkJpegDecoder::new);
    }
}
