package io.vestibule.doctor;

import static io.vestibule.doctor.Side.BUCKET;
import static io.vestibule.doctor.Side.COLLECTION;
import static io.vestibule.doctor.Side.RULES;

import java.util.Locale;
import java.util.Optional;

/// How the records and what they are compared with can differ. The subject of each is the id or key that is named
/// first.
public enum DiscrepancyKind {
    /// Photo: it is not in the collection, and nothing is under way to send it.
    PHOTO_NOT_INDEXED(COLLECTION, Remedy.SEND_PHOTOS, true),
    /// Face: recorded, and the collection does not have it.
    FACE_MISSING(COLLECTION, Remedy.SEND_PHOTOS, true),
    /// User: recorded, and the collection does not have it.
    USER_MISSING(COLLECTION, Remedy.ASSOCIATE_FACES, true),
    /// Face: recorded as associated with its person, and the collection has it without a user.
    FACE_WITHOUT_USER(COLLECTION, Remedy.ASSOCIATE_FACES, true),
    /// Face: associated with the user of another person of this company.
    FACE_WITH_OTHER_PERSON(COLLECTION, Remedy.ASSOCIATE_FACES, true),
    /// Face: associated with a user whom another program manages.
    FACE_WITH_UNKNOWN_USER(COLLECTION, Remedy.ASSOCIATE_FACES, false),
    /// Face or user: the service has settled what the records have as unfinished.
    RECORD_BEHIND(COLLECTION, Remedy.CORRECT_RECORD, true),
    /// User: neither ACTIVE nor gone for long.
    USER_STUCK(COLLECTION, Remedy.FOLLOW_USER, true),
    /// User: of a person of whom no photo is associated.
    USER_WITHOUT_FACES(COLLECTION, Remedy.DELETE_USER, true),
    /// Face: of a photo that has another face in the collection already.
    DUPLICATE_FACE(COLLECTION, Remedy.DELETE_FACE, true),
    /// Face: of a photo that was erased.
    ERASED_FACE(COLLECTION, Remedy.DELETE_FACE, true),
    /// Face: another program sent the bytes of a photo that has a face already, and no user has it.
    SAME_IMAGE_FACE(COLLECTION, Remedy.DELETE_FACE, false),
    /// Face: no photo of this company has it, and no user.
    UNKNOWN_FACE(COLLECTION, Remedy.DELETE_FACE, false),
    /// Face: no photo of this company has it, but another program associated it with the user of a person.
    UNKNOWN_FACE_OF_PERSON(COLLECTION, Remedy.DELETE_FACE, false),
    /// User: no person of this company has it.
    UNKNOWN_USER(COLLECTION, Remedy.DELETE_USER, false),
    /// Face: its vector was made by another model than the one in use.
    OTHER_MODEL(COLLECTION, Remedy.RENEW_FACE, false),
    /// Photo: the bucket does not have its file.
    FILE_MISSING(BUCKET, Remedy.RESTORE_FILE, true),
    /// File: of a photo that was erased.
    ERASED_FILE(BUCKET, Remedy.DELETE_FILE, true),
    /// File: no photo has it.
    UNKNOWN_FILE(BUCKET, Remedy.DELETE_FILE, false),
    /// Rule: it names nobody whom a camera can find.
    RULE_FINDS_NOBODY(RULES, Remedy.PAUSE_RULE, false);

    private final Side side;
    private final Optional<Remedy> remedy;
    private final boolean proposed;

    DiscrepancyKind(Side side, Remedy remedy, boolean proposed) {
        this.side = side;
        this.remedy = Optional.of(remedy);
        this.proposed = proposed;
    }

    /// Its name on the command line and in reports, for example `unknown-face`. One that was released never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Side side() {
        return side;
    }

    /// Present for every kind of today; what needs a decision is not proposed.
    public Optional<Remedy> remedy() {
        return remedy;
    }

    /// Whether the remedy is right whatever the reason was. Otherwise it is done only where somebody chose it: a
    /// collection or a bucket may be shared with another program.
    public boolean isProposed() {
        return proposed;
    }
}
