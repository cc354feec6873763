package io.vestibule.vision;

/// One model file: what it is called here, where it lies, and what it must be.
///
/// @param resource path on the class path, or of a file if it starts with `file:`
/// @param sha256 64 lower-case hexadecimal digits; a file that is another is not loaded
public record ModelDescriptor(String name, String resource, String sha256) {}
