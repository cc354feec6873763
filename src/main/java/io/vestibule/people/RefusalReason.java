package io.vestibule.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/// Why the collection refused a photo or a face. The constants are spelled as Rekognition spells them (IndexFaces:
/// `Reason`, AssociateFaces: `UnsuccessfulFaceAssociationReason`), except the last three, which are our own.
///
/// The only road from a reason to the screen: tile, person page and repair look up the words of [#textKey] in this
/// room's bundle, with the person's name as `{0}` and the reason's spelling as `{1}`.
public enum RefusalReason {
    LOW_MATCH_CONFIDENCE("people.refusal.low-match-confidence"),
    ASSOCIATED_TO_A_DIFFERENT_USER("people.refusal.associated-to-a-different-user"),
    FACE_NOT_FOUND("people.refusal.face-not-found"),
    EXCEEDS_MAX_FACES("people.refusal.exceeds-max-faces"),
    EXTREME_POSE("people.refusal.extreme-pose"),
    LOW_BRIGHTNESS("people.refusal.low-brightness"),
    LOW_SHARPNESS("people.refusal.low-sharpness"),
    LOW_CONFIDENCE("people.refusal.low-confidence"),
    SMALL_BOUNDING_BOX("people.refusal.small-bounding-box"),
    LOW_FACE_QUALITY("people.refusal.low-face-quality"),
    /// A surplus face that the service refuses without a reason: the user has as many as it may have.
    USER_FULL("people.refusal.user-full"),
    /// IndexFaces answered with no face at all.
    NO_FACE("people.refusal.no-face"),
    /// Not a refusal: the user had the face before the first request, so the answer does not mention it.
    ALREADY_THERE("people.refusal.already-there");

    private static final String UNKNOWN = "people.refusal-unknown";

    private final String textKey;

    RefusalReason(String textKey) {
        this.textKey = textKey;
    }

    public String textKey() {
        return textKey;
    }

    /// Whether it is one of these, as the service spells them.
    public boolean isIn(Collection<String> spelled) {
        return spelled.contains(name());
    }

    /// Empty for a reason of a newer service.
    public static Optional<RefusalReason> of(String spelled) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(spelled))
                .findFirst();
    }

    /// The key of the words for a reason as the service spells it; of an unknown one, of a sentence that quotes it.
    public static String textKey(String spelled) {
        return of(spelled).map(RefusalReason::textKey).orElse(UNKNOWN);
    }
}
