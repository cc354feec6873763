package io.vestibule.inspect;

import io.vestibule.cloud.Operation;

/// Kinds of check on a photo. Each is one billed call if the service in use charges.
public enum InspectionKind {
    /// Whether a person is the one on the document.
    COMPARE(Operation.COMPARE_FACES),
    /// Faces with landmarks, pose and quality.
    FACES(Operation.DETECT_FACES),
    /// Coverings of face or head, checked when a photo is added.
    EQUIPMENT(Operation.DETECT_PROTECTIVE_EQUIPMENT),
    /// Content that should not be shown, in photos from files.
    MODERATION(Operation.DETECT_MODERATION_LABELS),
    /// Text, such as the name on a badge.
    TEXT(Operation.DETECT_TEXT),
    /// Objects and scenes.
    LABELS(Operation.DETECT_LABELS),
    /// Labels of a custom model of the company.
    CUSTOM_LABELS(Operation.DETECT_CUSTOM_LABELS);

    private final Operation operation;

    InspectionKind(Operation operation) {
        this.operation = operation;
    }

    public Operation operation() {
        return operation;
    }
}
