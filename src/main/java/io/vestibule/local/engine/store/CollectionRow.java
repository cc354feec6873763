package io.vestibule.local.engine.store;

import java.time.Instant;

/// @param number internal key, in order of creation
public record CollectionRow(long number, String id, Instant created) {}
