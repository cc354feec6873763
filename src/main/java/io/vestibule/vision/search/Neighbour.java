package io.vestibule.vision.search;

/// One neighbour of a probe.
///
/// @param key the key under which the vector was stored
/// @param score cosine of the angle between the vector and the probe, less the mean of their cohort scores
public record Neighbour(long key, float score) {}
