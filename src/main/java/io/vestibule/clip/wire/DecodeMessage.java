package io.vestibule.clip.wire;

/// The first byte of each message of the decoder process, and what follows it.
public enum DecodeMessage {
    /// The recording is open: width and height of the pictures that follow (two ints), quarter turns clockwise that
    /// show them upright (int), length in microseconds, 0 if unknown (long).
    OPENED,
    /// A picture: its time in microseconds from the beginning (long), then its rows from the top, four bytes a
    /// pixel: blue, green, red, 255.
    PICTURE,
    /// Still decoding: the time that was reached (long). Sent when no picture is due for a while.
    PROGRESS,
    /// The recording is at its end. Nothing follows.
    END,
    /// A [DecodeFault] (its name), and the error number of FFmpeg or the status of the camera (int). Nothing follows.
    FAULT
}
