package io.vestibule.cloud.aws;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// The time of the server in the `Date` header of an answer, also of one that refuses the call.
final class ServerDate {

    private ServerDate() {}

    /// Reads the header of a call that costs nothing; the account need not be allowed to make it.
    static Optional<Instant> ask(RekognitionClient client) {
        try {
            return of(client.listCollections(request -> request.maxResults(1)).sdkHttpResponse());
        } catch (AwsServiceException e) {
            return e.awsErrorDetails() == null
                    ? Optional.empty()
                    : of(e.awsErrorDetails().sdkHttpResponse());
        } catch (SdkException _) {
            return Optional.empty();
        }
    }

    static Optional<Instant> of(@Nullable SdkHttpResponse answer) {
        return Optional.ofNullable(answer)
                .flatMap(head -> head.firstMatchingHeader("Date"))
                .flatMap(ServerDate::parse);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
