package io.vestibule.clip.wire;

import java.util.Arrays;
import java.util.Optional;

/// The first byte of each message of the decoder process, and what follows it.
public enum DecodeMessage {
    /// The recording is open: width and height of the pictures that follow (two ints), quarter turns clockwise that
    /// show them upright (int), length in microseconds, 0 if unknown (long).
    OPENED('O'),
    /// A picture: its time in microseconds from the beginning (long), then its rows from the top, four bytes a
    /// pixel: blue, green, red, 255.
    PICTURE('P'),
    /// Still decoding: the time that was reached (long). Sent when no picture is due for a while.
    PROGRESS('T'),
    /// The recording is at its end. Nothing follows.
    END('E'),
    /// A [DecodeFault] (its name), and the error number of FFmpeg or the status of the camera (int). Nothing follows.
    FAULT('F');

    private final byte tag;

    DecodeMessage(char tag) {
        this.tag = (byte) tag;
    }

    public byte tag() {
        return tag;
    }

    /// @param read value of the byte; empty if no message begins with it
    public static Optional<DecodeMessage> of(int read) {
        return Arrays.stream(values()).filter(message -> message.tag == read).findAny();
    }
}
