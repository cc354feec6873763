package io.vestibule.photo;

import io.vestibule.base.Problem;
import org.jspecify.annotations.Nullable;

/// A file was refused at the door. Its message holds the problem's code and figures, never the file's name.
public final class PhotoException extends Exception {

    private final transient PhotoFailure failure;

    public PhotoException(PhotoFailure failure) {
        this(failure, null);
    }

    /// @param cause what the decoder said, for the log; it may have quoted nothing personal, since it saw only
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
