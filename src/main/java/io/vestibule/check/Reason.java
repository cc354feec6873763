package io.vestibule.check;

/// What can be wrong with a picture of a face, the most important first. The texts are in this package's bundle under
/// [#whatKey] and [#adviceKey].
public enum Reason {
    NO_FACE("no-face"),
    /// Opens the face picker with [PhotoCheckResult#faces].
    SEVERAL_FACES("several-faces"),
    TOO_SMALL("too-small"),
    TOO_DARK("too-dark"),
    TOO_BRIGHT("too-bright"),
    BLURRED("blurred"),
    TURNED_AWAY("turned-away"),
    LOOKING_UP("looking-up"),
    LOOKING_DOWN("looking-down"),
    TILTED("tilted"),
    EYES_CLOSED("eyes-closed"),
    SIDE_LIGHT("side-light"),
    LOW_CONTRAST("low-contrast"),
    LANDMARKS_UNSURE("landmarks-unsure"),
    /// The face vector is short before normalisation: the model found few features that distinguish people.
    WEAK_TEMPLATE("weak-template"),
    /// The face differs from the other photos of the same draft; see [PhotoConsistencyCheck].
    UNLIKE_THE_OTHERS("unlike-the-others"),
    /// Reported by the service, if the check is enabled, as are the following.
    FACE_COVERED("face-covered"),
    HEAD_COVERED("head-covered"),
    /// Inappropriate content.
    UNFIT("unfit"),
    /// The check was enabled, but the service did not answer.
    UNCHECKED("unchecked");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    /// Stable; never changes once released.
    public String key() {
        return key;
    }

    /// Bundle key of the text that names the fault.
    public String whatKey() {
        return "finding." + key + ".what";
    }

    /// Bundle key of the advice to somebody in front of the camera.
    public String adviceKey() {
        return "finding." + key + ".do";
    }

    /// Bundle key of the advice for a picture that was taken earlier.
    public String fileAdviceKey() {
        return switch (this) {
            case SEVERAL_FACES, UNLIKE_THE_OTHERS, FACE_COVERED, HEAD_COVERED, UNFIT, UNCHECKED -> adviceKey();
            default -> "finding." + key + ".file";
        };
    }
}
