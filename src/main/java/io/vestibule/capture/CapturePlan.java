package io.vestibule.capture;

import java.util.List;

/// Which photos are taken, in this order.
public enum CapturePlan {
    QUICK,
    STANDARD,
    FULL;

    public List<CapturePose> poses() {
        return switch (this) {
            case QUICK -> List.of(CapturePose.FRONTAL);
            case STANDARD -> List.of(CapturePose.FRONTAL, CapturePose.LEFT, CapturePose.RIGHT);
            case FULL ->
                List.of(CapturePose.FRONTAL, CapturePose.LEFT, CapturePose.RIGHT, CapturePose.UP, CapturePose.DOWN);
        };
    }
}
