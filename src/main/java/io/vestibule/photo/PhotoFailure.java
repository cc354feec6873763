package io.vestibule.photo;

import io.vestibule.base.Failure;

/// Why a file could not be decoded to a picture. Each case maps to a [Problem] whose texts are in this package's
/// bundle.
public sealed interface PhotoFailure extends Failure {

    /// The file has no bytes.
    @Code("photo.empty")
    record Empty() implements PhotoFailure {}

    /// @param megabytes the limit, in millions of bytes
    @Code("photo.too-many-bytes")
    record TooManyBytes(int megabytes) implements PhotoFailure {}

    /// @param megapixels the limit, in millions of pixels
    @Code("photo.too-many-pixels")
    record TooManyPixels(int width, int height, long megapixels) implements PhotoFailure {}

    /// @param minSide the limit, in pixels
    @Code("photo.too-small")
    record TooSmall(int width, int height, int minSide) implements PhotoFailure {}

    /// The bytes are in no supported format, whatever the file name says.
    @Code("photo.not-an-image")
    record NotAnImage() implements PhotoFailure {}

    /// A picture as iPhones save it (HEIC, HEIF); no decoder for it is available.
    @Code("photo.heic")
    record Heic() implements PhotoFailure {}

    /// A picture as web sites send it (AVIF); no decoder for it is available.
    @Code("photo.avif")
    record Avif() implements PhotoFailure {}

    /// JPEG XL; no decoder for it is available.
    @Code("photo.jpeg-xl")
    record JpegXl() implements PhotoFailure {}

    /// JPEG 2000, as scanners and document systems save it; no decoder for it is available.
    @Code("photo.jpeg-2000")
    record Jpeg2000() implements PhotoFailure {}

    /// It begins as a picture, but part of it is missing, broken or of an unsupported kind.
    @Code("photo.damaged")
    record Damaged() implements PhotoFailure {}

    /// Decoding takes so long that the file must have been made for that: a few hundred kilobytes can cost minutes.
    ///
    /// @param seconds the limit, in seconds of processor time
    @Code("photo.too-slow")
    record TooSlow(long seconds) implements PhotoFailure {}

    /// The file no longer exists, is not a regular file, or may not be read.
    @Code("photo.unreadable-file")
    record UnreadableFile() implements PhotoFailure {}
}
