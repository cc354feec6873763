package io.vestibule.doctor;

import io.vestibule.journal.run.StepKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is done about a discrepancy. Each is a kind of journal step whose subject is the discrepancy.
public enum Remedy implements StepKind {
    /// Deletes a face from the collection, after it was taken from the user of the person, if it has one.
    DELETE_FACE(1, true),
    /// Sends the photos of the person that the collection does not have.
    SEND_PHOTOS(3, false),
    /// Associates the faces of the person with their user again, and creates the user where it is missing.
    ASSOCIATE_FACES(3, false),
    /// Writes into the records what the service has.
    CORRECT_RECORD(0, false),
    /// Asks for the status of the user until it is settled.
    FOLLOW_USER(1, false),
    /// Deletes the face and sends its photo again, so that its vector is made by the model in use.
    RENEW_FACE(4, true),
    /// Deletes a user without faces, or one of another program; the faces of that one stay.
    DELETE_USER(0, true),
    /// Stores the photo in the bucket once more, from where its bytes still are.
    RESTORE_FILE(0, false),
    /// Deletes a file from the bucket.
    DELETE_FILE(0, true),
    /// Pauses a rule on the VMS. It can be resumed.
    PAUSE_RULE(0, false);

    private final String key = "doctor-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int calls;
    private final boolean erases;

    Remedy(int calls, boolean erases) {
        this.calls = calls;
        this.erases = erases;
    }

    @Override
    public String key() {
        return key;
    }

    /// Number of calls that Amazon charges for, at most, for one discrepancy.
    public int chargedCalls() {
        return calls;
    }

    /// Whether something is gone afterwards that the service cannot bring back.
    public boolean erases() {
        return erases;
    }

    /// Empty for a step of another kind.
    public static Optional<Remedy> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
