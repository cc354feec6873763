package io.vestibule.local.engine.store;

import java.time.Instant;

/// @param number internal key, in order of creation
/// @param faces number of associated faces
/// @param settlesAt time until which the user is UPDATING
public record UserRow(long number, String id, int faces, Instant settlesAt) {}
