/// The engine's own encrypted database: collections, tags, faces with their vectors, users, and stored responses for
/// idempotency tokens. All SQL of the engine is here.
///
/// Face vectors are biometric data. They are stored in this encrypted file and nowhere else on disk; a plain
/// memory-mapped file would load faster but could be read by anyone with access to the disk. Imports `store` and
/// `base`.
@NullMarked
package io.vestibule.local.engine.store;

import org.jspecify.annotations.NullMarked;
