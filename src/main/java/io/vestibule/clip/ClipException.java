package io.vestibule.clip;

import io.vestibule.base.Problem;
import io.vestibule.clip.wire.DecodeFault;

/// Moving pictures that cannot be read, or not further. The message is only a code.
public final class ClipException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DecodeFault fault;
    private final int number;

    /// @param number error number of FFmpeg, or 0
    public ClipException(DecodeFault fault, int number) {
        super(fault.name());
        this.fault = fault;
        this.number = number;
    }

    public DecodeFault fault() {
        return fault;
    }

    public int number() {
        return number;
    }

    /// In words for a recording; for a camera there are those of the room `camera`.
    public Problem problem() {
        return ClipFailure.of(fault).problem();
    }
}
