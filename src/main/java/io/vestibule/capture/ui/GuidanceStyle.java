package io.vestibule.capture.ui;

import io.vestibule.capture.Guidance;

/// Style of a guidance message: the shape of the oval and the icon beside the text.
///
/// @param oval style class; each has its own line style as well as its own colour
record GuidanceStyle(String oval, String icon) {

    private static final String SEEK = "oval-seek";
    private static final String ADJUST = "oval-adjust";
    private static final String GOOD = "oval-good";

    /// Left and right are from the person's own point of view, which matches a mirrored screen.
    static GuidanceStyle of(Guidance guidance) {
        return switch (guidance) {
            case NO_FACE -> new GuidanceStyle(SEEK, "mdi2a-account-outline");
            case ONE_FACE_ONLY -> new GuidanceStyle(ADJUST, "mdi2a-account-multiple");
            case CLOSER -> new GuidanceStyle(ADJUST, "mdi2m-magnify-plus-outline");
            case FURTHER -> new GuidanceStyle(ADJUST, "mdi2m-magnify-minus-outline");
            case CENTRE -> new GuidanceStyle(ADJUST, "mdi2i-image-filter-center-focus");
            case MORE_LIGHT -> new GuidanceStyle(ADJUST, "mdi2l-lightbulb-on-outline");
            case LESS_LIGHT, LESS_BACKLIGHT -> new GuidanceStyle(ADJUST, "mdi2w-white-balance-sunny");
            case LOOK_STRAIGHT -> new GuidanceStyle(ADJUST, "mdi2c-crosshairs");
            case TURN_LEFT -> new GuidanceStyle(ADJUST, "mdi2a-arrow-left");
            case TURN_RIGHT -> new GuidanceStyle(ADJUST, "mdi2a-arrow-right");
            case LOOK_UP -> new GuidanceStyle(ADJUST, "mdi2a-arrow-up");
            case LOOK_DOWN -> new GuidanceStyle(ADJUST, "mdi2a-arrow-down");
            case HOLD_STILL -> new GuidanceStyle(ADJUST, "mdi2h-hand-back-left-outline");
            case OPEN_EYES -> new GuidanceStyle(ADJUST, "mdi2e-eye-outline");
            case UNCOVER -> new GuidanceStyle(ADJUST, "mdi2f-face-recognition");
            case GOOD -> new GuidanceStyle(GOOD, "mdi2c-check");
            case DONE -> new GuidanceStyle(GOOD, "mdi2c-check-all");
        };
    }
}
