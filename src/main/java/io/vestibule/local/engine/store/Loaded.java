package io.vestibule.local.engine.store;

/// A vector on its way from the database into memory.
@SuppressWarnings("ArrayRecordComponent") // lives for one line
record Loaded(long number, byte[] vector) {}
