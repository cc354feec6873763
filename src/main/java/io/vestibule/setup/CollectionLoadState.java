package io.vestibule.setup;

import io.vestibule.base.Problem;
import io.vestibule.cloud.FaceCollection.CollectionInfo;
import java.time.Instant;

/// What the service reports of its collection.
public sealed interface CollectionLoadState {

    /// It was not queried yet, or has not answered.
    record Loading() implements CollectionLoadState {}

    record Loaded(CollectionInfo info, Instant at) implements CollectionLoadState {}

    /// The service does not know the collection, or gave no usable answer.
    record Failed(Problem problem) implements CollectionLoadState {}
}
