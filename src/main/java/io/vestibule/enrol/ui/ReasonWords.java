package io.vestibule.enrol.ui;

import io.vestibule.ui.Strings;
import java.util.Locale;
import java.util.Set;

/// The service's reasons in plain words.
public final class ReasonWords {

    private static final Set<String> KNOWN = Set.of(
            "low-match-confidence",
            "associated-to-a-different-user",
            "face-not-found",
            "user-full",
            "exceeds-max-faces",
            "extreme-pose",
            "low-brightness",
            "low-sharpness",
            "low-confidence",
            "small-bounding-box",
            "low-face-quality",
            "no-face");

    private final Strings strings;

    public ReasonWords(Strings strings) {
        this.strings = strings;
    }

    /// @param reason as the service spells it, for example `LOW_SHARPNESS`
    public String of(String reason) {
        var key = reason.toLowerCase(Locale.ROOT).replace('_', '-');
        return KNOWN.contains(key) ? strings.text("enrol.reason." + key) : strings.text("enrol.reason-unknown", reason);
    }
}
