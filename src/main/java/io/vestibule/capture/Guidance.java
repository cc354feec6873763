package io.vestibule.capture;

/// The one message for the person in front of the camera. The texts are in this package's bundle under [#textKey].
public enum Guidance {
    NO_FACE("check.guidance.no-face"),
    ONE_FACE_ONLY("check.guidance.one-face-only"),
    CLOSER("check.guidance.closer"),
    FURTHER("check.guidance.further"),
    CENTRE("check.guidance.centre"),
    MORE_LIGHT("check.guidance.more-light"),
    LESS_LIGHT("check.guidance.less-light"),
    LESS_BACKLIGHT("check.guidance.less-backlight"),
    LOOK_STRAIGHT("check.guidance.look-straight"),
    TURN_LEFT("check.guidance.turn-left"),
    TURN_RIGHT("check.guidance.turn-right"),
    LOOK_UP("check.guidance.look-up"),
    LOOK_DOWN("check.guidance.look-down"),
    HOLD_STILL("check.guidance.hold-still"),
    OPEN_EYES("check.guidance.open-eyes"),
    UNCOVER("check.guidance.uncover"),
    /// The burst is being collected; the person only has to hold still.
    GOOD("check.guidance.good"),
    /// Every photo of the plan was taken.
    DONE("check.guidance.done");

    private final String textKey;

    Guidance(String textKey) {
        this.textKey = textKey;
    }

    /// Bundle key of the message.
    public String textKey() {
        return textKey;
    }
}
