package io.vestibule.clip;

import io.vestibule.base.Failure;
import io.vestibule.clip.wire.DecodeFault;

/// Why a recording cannot be read. Each case maps to a [Problem] whose texts are in this package's bundle.
public sealed interface ClipFailure extends Failure {

    /// This computer has no libraries to decode moving pictures with.
    @Code("clip.no-library")
    record NoLibrary() implements ClipFailure {}

    /// Not a recording of a known format, or damaged from the beginning.
    @Code("clip.unreadable")
    record Unreadable() implements ClipFailure {}

    /// No moving pictures inside, or none that can be decoded.
    @Code("clip.no-video")
    record NoVideo() implements ClipFailure {}

    /// More pixels in a picture than [ClipLimits] permits.
    @Code("clip.too-many-pixels")
    record TooManyPixels() implements ClipFailure {}

    /// Longer than [ClipLimits] permits.
    @Code("clip.too-long")
    record TooLong() implements ClipFailure {}

    /// Decoding needed more memory than [ClipLimits] permits.
    @Code("clip.memory")
    record Memory() implements ClipFailure {}

    /// The decoder process crashed.
    @Code("clip.crashed")
    record Crashed() implements ClipFailure {}

    /// The decoder process made no progress and was ended.
    @Code("clip.hung")
    record Hung() implements ClipFailure {}

    static ClipFailure of(DecodeFault fault) {
        return switch (fault) {
            case NO_LIBRARY -> new NoLibrary();
            case NO_VIDEO -> new NoVideo();
            case TOO_MANY_PIXELS -> new TooManyPixels();
            case TOO_LONG -> new TooLong();
            case MEMORY -> new Memory();
            case CRASHED -> new Crashed();
            case HUNG -> new Hung();
            case UNREADABLE, LOGIN, REFUSED, UNREACHABLE, NOT_TRUSTED, LOST -> new Unreadable();
        };
    }
}
