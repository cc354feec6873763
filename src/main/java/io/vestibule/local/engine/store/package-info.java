/// The engine's own encrypted database: collections, tags, faces with their vectors, users, answers kept for a
/// repeated token. All SQL of the engine is here.
///
/// Face vectors are biometric data. They are kept in this encrypted file and nowhere else on disk; a plain mapped
/// file would start faster but could be read by whoever gets hold of the disk. Imports `store` and `base`.
@NullMarked
package io.vestibule.local.engine.store;

import org.jspecify.annotations.NullMarked;
