package io.vestibule.inspect;

import io.vestibule.cloud.Operation;

/// One thing that can be asked of a photo. Each is one billed call where the service in use charges.
public enum InspectionKind {
    /// Whether somebody is the one on their document.
    COMPARE(Operation.COMPARE_FACES),
    /// Faces with points, pose and quality.
    FACES(Operation.DETECT_FACES),
    /// Something over face or head, at the time that a photo is taken in.
    EQUIPMENT(Operation.DETECT_PROTECTIVE_EQUIPMENT),
    /// What should not be shown, in photos that come from files.
    MODERATION(Operation.DETECT_MODERATION_LABELS),
    /// Words, such as the name on a badge.
    TEXT(Operation.DETECT_TEXT),
    /// Things.
    LABELS(Operation.DETECT_LABELS),
    /// Things that a model of the company knows.
    CUSTOM_LABELS(Operation.DETECT_CUSTOM_LABELS);

    private final Operation operation;

    InspectionKind(Operation operation) {
        this.operation = operation;
    }

    public Operation operation() {
        return operation;
    }
}
