package io.vestibule.vision.search;

/// One neighbour of a probe.
///
/// @param key the key under which the vector was stored
/// @param cosine cosine of the angle between the vector and the probe, -1..1
public record Neighbour(long key, float cosine) {}
