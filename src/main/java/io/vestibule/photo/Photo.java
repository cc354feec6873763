package io.vestibule.photo;

/// One photo as it is stored and sent: upright, without any metadata, JPEG, immutable.
///
/// @param bytes the final JPEG file; not to be written to
/// @param sha256 64 lower-case hexadecimal digits, of `bytes`
/// @param width pixels
/// @param height pixels
@SuppressWarnings("ArrayRecordComponent") // shared read-only; a photo is up to 5 MB
public record Photo(byte[] bytes, String sha256, int width, int height) {}
