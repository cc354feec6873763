package io.vestibule.enrol;

/// Names of this room's steps in the journal. Never renamed once released: journals outlive versions.
public final class StepKind {

    /// Subject: a photo.
    public static final String STORE_PHOTO = "store-photo";

    public static final String INDEX_PHOTO = "index-photo";
    public static final String ERASE_PHOTO = "erase-photo";
    /// Takes the face from a user who is not the photo's person.
    public static final String FREE_FACE = "free-face";
    /// Gives this one face to the photo's person.
    public static final String JOIN_FACE = "join-face";
    /// Gives the face back to whom it belonged before, unchecked: it was checked then.
    public static final String RETURN_FACE = "return-face";
    /// Gives the face to the photo's person although it matched less well than required.
    public static final String ACCEPT_FACE = "accept-face";
    /// Before somebody who was merged goes: whether this photo of theirs was taken by the other user.
    public static final String CHECK_JOINED = "check-joined";
    /// Takes up what is parked because of this photo.
    public static final String GO_ON = "go-on";
    /// Erases an old photo if the new ones of the same job are all in use.
    public static final String DROP_REPLACED = "drop-replaced";

    /// Subject: a person.
    public static final String SEARCH_FIRST = "search-first";

    public static final String CREATE_USER = "create-user";
    public static final String ASSOCIATE_FIRST = "associate-first";
    public static final String ASSOCIATE_REST = "associate-rest";
    public static final String FOLLOW_USER = "follow-user";
    public static final String DISASSOCIATE = "disassociate";
    public static final String DELETE_FACES = "delete-faces";
    public static final String DELETE_USER = "delete-user";
    public static final String DELETE_PERSON = "delete-person";

    /// Subject: what is left of somebody in a collection that is not in use.
    public static final String ERASE_ELSEWHERE = "erase-elsewhere";

    private StepKind() {}
}
