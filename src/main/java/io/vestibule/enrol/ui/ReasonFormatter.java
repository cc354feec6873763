package io.vestibule.enrol.ui;

import io.vestibule.ui.Strings;
import java.util.Map;

/// The service's reasons in plain words.
public final class ReasonFormatter {

    /// Both spellings of the other user: the service's own, and the one that its guide shows.
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("LOW_MATCH_CONFIDENCE", "enrol.reason.low-match-confidence"),
            Map.entry("ASSOCIATED_TO_A_DIFFERENT_USER", "enrol.reason.associated-to-a-different-user"),
            Map.entry("ASSOCIATED_TO_A_DIFFERENT_IDENTITY", "enrol.reason.associated-to-a-different-user"),
            Map.entry("FACE_NOT_FOUND", "enrol.reason.face-not-found"),
            Map.entry("USER_FULL", "enrol.reason.user-full"),
            Map.entry("EXCEEDS_MAX_FACES", "enrol.reason.exceeds-max-faces"),
            Map.entry("EXTREME_POSE", "enrol.reason.extreme-pose"),
            Map.entry("LOW_BRIGHTNESS", "enrol.reason.low-brightness"),
            Map.entry("LOW_SHARPNESS", "enrol.reason.low-sharpness"),
            Map.entry("LOW_CONFIDENCE", "enrol.reason.low-confidence"),
            Map.entry("SMALL_BOUNDING_BOX", "enrol.reason.small-bounding-box"),
            Map.entry("LOW_FACE_QUALITY", "enrol.reason.low-face-quality"),
            Map.entry("NO_FACE", "enrol.reason.no-face"));

    private final Strings strings;

    public ReasonFormatter(Strings strings) {
        this.strings = strings;
    }

    /// The engine that a similarity is of, in words.
    public static String engine(Strings strings, String engine) {
        return engine.startsWith("embedded") ? strings.text("enrol.engine-embedded") : engine;
    }

    /// @param reason as the service spells it, for example `LOW_SHARPNESS`
    public String format(String reason) {
        var key = KEYS.get(reason);
        return key == null ? strings.text("enrol.reason-unknown", reason) : strings.text(key);
    }
}
