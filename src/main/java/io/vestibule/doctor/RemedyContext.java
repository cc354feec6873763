package io.vestibule.doctor;

import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.people.CollectionRef;
import io.vestibule.people.PhotoRecord;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the remedies need.
///
/// @param collection one of the collections in use, by its id in the records; empty if another service is in use now
/// @param photoBytes the bytes of a photo from elsewhere than the bucket in use
public record RemedyContext(
        DoctorContext records,
        Supplier<CompareFlow.Services> services,
        Function<UUID, Optional<CollectionRef>> collection,
        Enrolments enrolments,
        Function<PhotoRecord, Optional<byte[]>> photoBytes,
        RuleRemedies rules) {

    FaceCollection faces() {
        return services.get().faces();
    }

    PhotoBucket bucket() {
        return services.get().bucket();
    }
}
