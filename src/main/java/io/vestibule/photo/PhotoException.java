package io.vestibule.photo;

import io.vestibule.base.Problem;
import org.jspecify.annotations.Nullable;

/// A picture file was rejected. The message contains the problem's code and figures, never the file name.
public final class PhotoException extends Exception {

    private final transient PhotoFailure failure;

    public PhotoException(PhotoFailure failure) {
        this(failure, null);
    }

    /// @param cause the decoder's exception, for the log; it cannot quote personal data, since the decoder gets only
    ///     bytes
    public PhotoException(PhotoFailure failure, @Nullable Throwable cause) {
        super(failure.problem().code() + " " + failure.problem().args(), cause);
        this.failure = failure;
    }

    public PhotoFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
