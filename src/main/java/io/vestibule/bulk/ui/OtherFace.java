package io.vestibule.bulk.ui;

import java.util.Optional;

/// Whom a row looks like: somebody who is enrolled, or another row.
///
/// @param thumbnail JPEG
record OtherFace(String name, Optional<byte[]> thumbnail) {}
