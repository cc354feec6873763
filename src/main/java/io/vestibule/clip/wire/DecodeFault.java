package io.vestibule.clip.wire;

/// Why the decoder process delivers no more pictures. Sent by name, but for the last two, which the program
/// itself finds.
public enum DecodeFault {
    /// The native libraries do not load on this computer.
    NO_LIBRARY,
    /// Not a recording of a known format, or one that is damaged at its beginning.
    UNREADABLE,
    /// A recording without moving pictures, or in a format that is not decoded.
    NO_VIDEO,
    /// Pictures with more pixels than permitted.
    TOO_MANY_PIXELS,
    /// A recording that is longer than permitted.
    TOO_LONG,
    /// More memory was needed than permitted.
    MEMORY,
    /// The camera requires a login, or rejects the given one.
    LOGIN,
    /// The camera answered with an error.
    REFUSED,
    /// No answer at that address.
    UNREACHABLE,
    /// The camera's certificate is not trusted, or is for another host. No login was sent.
    NOT_TRUSTED,
    /// The connection ended.
    LOST,
    /// The decoder process ended without a word, or said something that makes no sense.
    CRASHED,
    /// The decoder process made no progress and was ended.
    HUNG
}
