package io.vestibule.doctor;

/// What the records are compared with.
public enum Side {
    COLLECTION,
    BUCKET,
    RULES
}
