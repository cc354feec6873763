package io.vestibule.clip.decoder;

import io.vestibule.clip.wire.DecodeFault;

/// Decoding ended with a fault.
final class DecodeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DecodeFault fault;
    private final int number;

    /// @param number error number of FFmpeg, or 0
    DecodeException(DecodeFault fault, int number) {
        super(fault.name());
        this.fault = fault;
        this.number = number;
    }

    DecodeFault fault() {
        return fault;
    }

    int number() {
        return number;
    }
}
