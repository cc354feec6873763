package io.vestibule.rules;

/// A rule of a file that was not imported.
///
/// @param position in the file, from 1
/// @param name as far as it could be read; may be blank
/// @param reason the first part that could not be read
public record RejectedRule(int position, String name, RejectionReason reason) {

    /// The part of a rule that could not be read.
    public enum RejectionReason {
        NO_OBJECT,
        NAME,
        PEOPLE,
        CAMERAS,
        EVENTS,
        WEEK,
        TIME_ZONE,
        ZONE_READING,
        RECIPIENTS,
        AUTO_UPDATE
    }
}
