package io.vestibule.local.s3;

import io.vestibule.local.engine.store.StoredObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/// The headers by which a caller reads or writes an object only in a certain state (`If-Match` and the like).
final class ObjectConditions {

    private ObjectConditions() {}

    /// @return false if the caller has this object already, which is answered with status 304
    /// @throws S3Exception if the object is not the one that the caller asks for
    static boolean isWanted(S3Request request, StoredObject object) {
        var match = request.header("if-match");
        boolean isThis = match.map(tags -> names(tags, object))
                .or(() -> request.header("if-unmodified-since")
                        .flatMap(ObjectConditions::time)
                        .map(time -> !changedAt(object).isAfter(time)))
                .orElse(true);
        if (!isThis) {
            throw S3Exception.preconditionFailed();
        }
        return request.header("if-none-match")
                .map(tags -> !names(tags, object))
                .or(() -> request.header("if-modified-since")
                        .flatMap(ObjectConditions::time)
                        .map(time -> changedAt(object).isAfter(time)))
                .orElse(true);
    }

    /// @param present the object that would be replaced
    /// @throws S3Exception if the caller does not want to replace it
    static void requireWritable(S3Request request, Optional<StoredObject> present) {
        request.header("if-match").ifPresent(tags -> {
            if (!names(tags, present.orElseThrow(S3Exception::noSuchKey))) {
                throw S3Exception.preconditionFailed();
            }
        });
        if (request.header("if-none-match").isPresent() && present.isPresent()) {
            throw S3Exception.preconditionFailed();
        }
    }

    private static boolean names(String tags, StoredObject object) {
        return Arrays.stream(tags.split(",", -1))
                .map(tag -> tag.strip().replace("\"", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(object.etag()));
    }

    /// Seconds are all that the header has.
    private static Instant changedAt(StoredObject object) {
        return object.modifiedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    /// Empty if the header has another form, which the service ignores.
    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
