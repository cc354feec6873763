package io.vestibule.enrol;

/// Why a face is not in use, as the service spells it, and the few words of our own that stand beside those.
public final class RefusalReasons {

    public static final String LOW_MATCH_CONFIDENCE = "LOW_MATCH_CONFIDENCE";
    public static final String DIFFERENT_USER = "ASSOCIATED_TO_A_DIFFERENT_USER";
    public static final String FACE_NOT_FOUND = "FACE_NOT_FOUND";

    /// Our own word for a surplus that the service refuses without naming a reason.
    public static final String USER_FULL = "USER_FULL";
    /// Our own word for the answer "200, and no face at all".
    public static final String NO_FACE = "NO_FACE";
    /// Our own word for a face that the service mentions nowhere, since the user had it before we first asked.
    public static final String ALREADY_THERE = "ALREADY_THERE";

    private RefusalReasons() {}
}
