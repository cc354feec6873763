package io.vestibule.enrol;

import io.vestibule.journal.run.StepKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of step of this package. [io.vestibule.enrol.step.EnrolStepHandlers] maps each kind to the method that
/// performs it.
public enum EnrolStep implements StepKind {

    // Subject: a photo.
    STORE_PHOTO,
    /// Copies the photo from the bucket that was in use before into the one in use.
    CARRY_PHOTO,
    INDEX_PHOTO,
    ERASE_PHOTO,
    /// Disassociates the face from a user who is not the photo's person.
    FREE_FACE,
    /// Associates this one face with the photo's person.
    JOIN_FACE,
    /// Associates the face again with the user it belonged to before, without a threshold: it was checked then.
    RETURN_FACE,
    /// Associates the face with the photo's person although its similarity was below the threshold.
    ACCEPT_FACE,
    /// Before a merged person is deleted: whether this photo of theirs was taken over by the other user.
    CHECK_JOINED,
    /// Retries jobs that are parked because of this photo.
    GO_ON,
    /// Erases an old photo if the new ones of the same job are all associated.
    DROP_REPLACED,

    // Subject: a person.
    SEARCH_FIRST,
    CREATE_USER,
    ASSOCIATE_FIRST,
    ASSOCIATE_REST,
    /// Polls the user until it is ACTIVE.
    FOLLOW_USER,
    DISASSOCIATE,
    DELETE_FACES,
    DELETE_USER,
    DELETE_PERSON,
    /// Deletes a user without faces, which a move that was undone had created.
    DELETE_EMPTY_USER,

    /// Asks every place again for a person who was erased; the subject is the id that they had.
    VERIFY_ERASED,

    // Subject: what is left of a person in a collection that is not in use.
    ERASE_ELSEWHERE;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The constant's name in lower case with `-` for `_`. A constant that was released is never renamed.
    @Override
    public String key() {
        return key;
    }

    /// Whether it erases, or proves that nothing is left. If such a step were dropped, a face would stay in the
    /// collection without any record of it.
    public boolean erases() {
        return switch (this) {
            case ERASE_PHOTO,
                    FREE_FACE,
                    DISASSOCIATE,
                    DELETE_FACES,
                    DELETE_USER,
                    DELETE_PERSON,
                    ERASE_ELSEWHERE,
                    VERIFY_ERASED -> true;
            default -> false;
        };
    }

    /// Empty for a step of another package or version.
    public static Optional<EnrolStep> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
