package io.vestibule.capture.ui;

import io.vestibule.capture.Guidance;

/// How a guidance looks: the shape of the oval and the icon beside the words.
///
/// @param oval style class; each differs in its line as well as in its colour
record Sign(String oval, String icon) {

    private static final String SEEK = "oval-seek";
    private static final String MEND = "oval-mend";
    private static final String GOOD = "oval-good";

    /// Left and right are the person's own, and so they are on a mirrored screen.
    static Sign of(Guidance guidance) {
        return switch (guidance) {
            case NO_FACE -> new Sign(SEEK, "mdi2a-account-outline");
            case ONE_FACE_ONLY -> new Sign(MEND, "mdi2a-account-multiple");
            case CLOSER -> new Sign(MEND, "mdi2m-magnify-plus-outline");
            case FURTHER -> new Sign(MEND, "mdi2m-magnify-minus-outline");
            case CENTRE -> new Sign(MEND, "mdi2i-image-filter-center-focus");
            case MORE_LIGHT -> new Sign(MEND, "mdi2l-lightbulb-on-outline");
            case LESS_LIGHT, LESS_BACKLIGHT -> new Sign(MEND, "mdi2w-white-balance-sunny");
            case LOOK_STRAIGHT -> new Sign(MEND, "mdi2c-crosshairs");
            case TURN_LEFT -> new Sign(MEND, "mdi2a-arrow-left");
            case TURN_RIGHT -> new Sign(MEND, "mdi2a-arrow-right");
            case LOOK_UP -> new Sign(MEND, "mdi2a-arrow-up");
            case LOOK_DOWN -> new Sign(MEND, "mdi2a-arrow-down");
            case HOLD_STILL -> new Sign(MEND, "mdi2h-hand-back-left-outline");
            case OPEN_EYES -> new Sign(MEND, "mdi2e-eye-outline");
            case UNCOVER -> new Sign(MEND, "mdi2f-face-recognition");
            case GOOD -> new Sign(GOOD, "mdi2c-check");
            case DONE -> new Sign(GOOD, "mdi2c-check-all");
        };
    }
}
