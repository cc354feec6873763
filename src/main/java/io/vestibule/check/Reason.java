package io.vestibule.check;

/// What can be wrong with a picture of a face, the most important first. The words are in this room's bundle
/// under [#whatKey] and [#adviceKey].
public enum Reason {
    NO_FACE("no-face"),
    /// The picker is opened with [PhotoCheckResult#faces].
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
    /// The face vector is short before it is normalised: the model sees little that it could tell people apart
    /// by.
    WEAK_TEMPLATE("weak-template"),
    /// The face differs from the other photos of the same draft; see [PhotoConsistencyCheck].
    UNLIKE_THE_OTHERS("unlike-the-others"),
    /// Told by the service, where that was switched on, as are the following.
    FACE_COVERED("face-covered"),
    HEAD_COVERED("head-covered"),
    /// Not to be shown to everybody.
    UNFIT("unfit"),
    /// The service was to be asked and gave no answer.
    UNCHECKED("unchecked");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    /// Stable; never changes once released.
    public String key() {
        return key;
    }

    /// Key of the sentence that says what is wrong.
    public String whatKey() {
        return "finding." + key + ".what";
    }

    /// Key of the sentence that says what to do about it.
    public String adviceKey() {
        return "finding." + key + ".do";
    }
}
