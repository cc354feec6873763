package io.vestibule.people;

/// Whether a search of a collection finds a person.
public enum Reach {
    /// The user is ACTIVE and has a face.
    FOUND,
    /// A photo is being sent, or the service is still updating the user vector.
    ON_THE_WAY,
    /// No photo, or none that the service accepted, and none being sent: not found until a photo is added or repaired.
    NEVER
}
