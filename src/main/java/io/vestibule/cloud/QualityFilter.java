package io.vestibule.cloud;

/// The quality filter that the service applies to faces before it indexes them.
public enum QualityFilter {
    NONE,
    AUTO,
    LOW,
    MEDIUM,
    HIGH
}
