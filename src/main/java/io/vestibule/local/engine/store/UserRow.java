package io.vestibule.local.engine.store;

import java.time.Instant;

/// @param number internal key, in order of creation
/// @param faces how many faces it has
/// @param settlesAt until then a change of its faces is under way
public record UserRow(long number, String id, int faces, Instant settlesAt) {}
