package io.vestibule.enrol;

/// Names of this room's steps in the journal. Never renamed once released: journals outlive versions.
public final class StepKind {

    /// Subject: a photo.
    public static final String STORE_PHOTO = "store-photo";

    public static final String INDEX_PHOTO = "index-photo";
    public static final String ERASE_PHOTO = "erase-photo";

    /// Subject: a person.
    public static final String CREATE_USER = "create-user";

    public static final String ASSOCIATE_FIRST = "associate-first";
    public static final String ASSOCIATE_REST = "associate-rest";
    public static final String FOLLOW_USER = "follow-user";
    public static final String DISASSOCIATE = "disassociate";
    public static final String DELETE_FACES = "delete-faces";
    public static final String DELETE_USER = "delete-user";
    public static final String DELETE_PERSON = "delete-person";

    private StepKind() {}
}
