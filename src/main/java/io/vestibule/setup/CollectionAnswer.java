package io.vestibule.setup;

import io.vestibule.base.Problem;
import io.vestibule.cloud.FaceCollection.CollectionInfo;
import java.time.Instant;

/// What the service says of its collection.
public sealed interface CollectionAnswer {

    /// It was not asked yet, or has not answered.
    record Asking() implements CollectionAnswer {}

    record Told(CollectionInfo info, Instant at) implements CollectionAnswer {}

    /// It does not know the collection, or gave no usable answer.
    record Failed(Problem problem) implements CollectionAnswer {}
}
