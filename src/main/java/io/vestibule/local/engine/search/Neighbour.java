package io.vestibule.local.engine.search;

/// One neighbour of a probe.
///
/// @param key what the vector was stored under
/// @param cosine of the angle between the two, -1..1
public record Neighbour(long key, float cosine) {}
