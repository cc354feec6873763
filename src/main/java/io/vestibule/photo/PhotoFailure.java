package io.vestibule.photo;

import io.vestibule.base.Problem;

/// Why a file did not become a picture. Each tells a [Problem] whose words are in this room's bundle.
public sealed interface PhotoFailure {

    Problem problem();

    /// The file has no bytes at all.
    record Empty() implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.empty");
        }
    }

    /// @param megabytes the limit, in millions of bytes
    record TooManyBytes(int megabytes) implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.too-many-bytes", megabytes);
        }
    }

    /// @param megapixels the limit, in millions of pixels
    record TooManyPixels(int width, int height, long megapixels) implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.too-many-pixels", width, height, megapixels);
        }
    }

    /// @param minSide the limit, in pixels
    record TooSmall(int width, int height, int minSide) implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.too-small", width, height, minSide);
        }
    }

    /// The bytes are none of the formats that are read, whatever the name says.
    record NotAnImage() implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.not-an-image");
        }
    }

    /// A picture as iPhones keep it (HEIC, HEIF) or its sibling AVIF; nothing here can decode it.
    record Heic() implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.heic");
        }
    }

    /// It begins as a picture, but part of it is missing, broken or of a kind that is not read.
    record Damaged() implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.damaged");
        }
    }

    /// The file is gone, is no ordinary file, or may not be read.
    record UnreadableFile() implements PhotoFailure {
        @Override
        public Problem problem() {
            return Problem.of("photo.unreadable-file");
        }
    }
}
