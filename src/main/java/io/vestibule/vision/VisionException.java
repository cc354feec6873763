package io.vestibule.vision;

import io.vestibule.base.Problem;
import org.jspecify.annotations.Nullable;

/// The models cannot be used; it is never about the picture. Its message holds the problem's code.
public final class VisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient VisionFailure failure;

    VisionException(VisionFailure failure, @Nullable Throwable cause) {
        super(failure.problem().code() + " " + failure.problem().args(), cause);
        this.failure = failure;
    }

    public VisionFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
