package io.vestibule.photo;

import io.vestibule.base.Failure;

/// Why a file did not become a picture. The words of each code are in this room's bundle.
public sealed interface PhotoFailure extends Failure {

    /// The file has no bytes at all.
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

    /// The bytes are none of the formats that are read, whatever the name says.
    @Code("photo.not-an-image")
    record NotAnImage() implements PhotoFailure {}

    /// A picture as iPhones keep it (HEIC, HEIF) or its sibling AVIF; nothing here can decode it.
    @Code("photo.heic")
    record Heic() implements PhotoFailure {}

    /// It begins as a picture, but part of it is missing, broken or of a kind that is not read.
    @Code("photo.damaged")
    record Damaged() implements PhotoFailure {}

    /// The file is gone, is no ordinary file, or may not be read.
    @Code("photo.unreadable-file")
    record UnreadableFile() implements PhotoFailure {}
}
