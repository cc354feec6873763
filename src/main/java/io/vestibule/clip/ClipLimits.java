package io.vestibule.clip;

import io.vestibule.clip.wire.DecodeRequest.DecodeLimits;
import java.time.Duration;

/// What moving pictures of unknown origin may cost.
public final class ClipLimits {

    /// Two megapixels are enough for faces of people at a door; larger pictures are scaled down to fit.
    static final int WIDTH = 1920;

    static final int HEIGHT = 1080;

    /// 8K: no camera at a door sends more.
    static final long PIXELS = 7680L * 4320;

    /// A day.
    static final long SECONDS = 24 * 60 * 60;

    /// A decoder of 8K pictures with 16 references needs 0.8 GB; one of 1080p needs 0.15 GB.
    static final int MEGABYTES = 1200;

    /// Without progress for this time the decoder process is ended. The first picture of a camera comes after two
    /// seconds, on a busy computer after five.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /// For recordings.
    public static final DecodeLimits RECORDING = new DecodeLimits(WIDTH, HEIGHT, PIXELS, SECONDS, MEGABYTES);

    /// For cameras and what is played like one: the size of a webcam.
    public static final DecodeLimits CAMERA = new DecodeLimits(1280, 720, PIXELS, SECONDS, MEGABYTES);

    private ClipLimits() {}
}
