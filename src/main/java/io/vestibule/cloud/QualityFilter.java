package io.vestibule.cloud;

/// How choosy the service is about a face before it indexes it.
public enum QualityFilter {
    NONE,
    AUTO,
    LOW,
    MEDIUM,
    HIGH
}
