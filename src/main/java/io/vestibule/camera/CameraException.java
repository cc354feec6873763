package io.vestibule.camera;

import io.vestibule.base.Problem;

/// A camera that delivers no picture. The message is only the problem code.
public final class CameraException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient CameraFailure failure;

    public CameraException(CameraFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public CameraFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
