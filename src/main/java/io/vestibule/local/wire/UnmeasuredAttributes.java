package io.vestibule.local.wire;

import io.vestibule.local.engine.protocol.RekognitionErrors;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.DetectFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DetectFacesResponse;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.IndexFacesRequest;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;
import software.amazon.awssdk.services.rekognition.model.UnindexedFace;

/// What a caller gets that asks for attributes of a face which no model here measures (age, gender, emotions, ...): the
/// rest, with a header that lists what is missing, or a refusal before anything is done.
public enum UnmeasuredAttributes {
    LEFT_OUT,
    REFUSED;

    /// Header of a response that lists the attributes that were asked for and are missing, as members of `FaceDetail`.
    static final String HEADER = "x-vestibule-left-out";

    private static final Set<Attribute> MEASURED =
            EnumSet.of(Attribute.DEFAULT, Attribute.EYES_OPEN, Attribute.ALL, Attribute.UNKNOWN_TO_SDK_VERSION);

    /// @throws software.amazon.awssdk.services.rekognition.model.InvalidParameterException if the request asks for what
    ///     is refused
    void requireMeasured(RekognitionRequest request) {
        var unmeasured = unmeasured(asked(request));
        if (this == REFUSED && !unmeasured.isEmpty()) {
            throw RekognitionErrors.invalidParameter("The embedded engine does not measure "
                    + names(unmeasured.stream()) + ". Ask for DEFAULT or EYES_OPEN.");
        }
    }

    /// What the caller asked for and the response lacks, as the value of [#HEADER]; empty if nothing is missing.
    String leftOut(RekognitionRequest request, RekognitionResponse response) {
        var asked = asked(request);
        var missing = EnumSet.noneOf(Attribute.class);
        missing.addAll(unmeasured(asked));
        boolean eyes = asked.contains(Attribute.ALL) || asked.contains(Attribute.EYES_OPEN);
        if (eyes && details(response).stream().anyMatch(face -> face.eyesOpen() == null)) {
            missing.add(Attribute.EYES_OPEN);
        }
        return names(missing.stream());
    }

    private static Set<Attribute> unmeasured(Collection<Attribute> asked) {
        var unmeasured = EnumSet.noneOf(Attribute.class);
        unmeasured.addAll(asked.contains(Attribute.ALL) ? EnumSet.allOf(Attribute.class) : asked);
        unmeasured.removeAll(MEASURED);
        return unmeasured;
    }

    private static List<Attribute> asked(RekognitionRequest request) {
        return switch (request) {
            case DetectFacesRequest detect -> detect.attributes();
            case IndexFacesRequest index -> index.detectionAttributes();
            default -> List.of();
        };
    }

    private static List<FaceDetail> details(RekognitionResponse response) {
        return switch (response) {
            case DetectFacesResponse detected -> detected.faceDetails();
            case IndexFacesResponse indexed ->
                Stream.concat(
                                indexed.faceRecords().stream().map(FaceRecord::faceDetail),
                                indexed.unindexedFaces().stream().map(UnindexedFace::faceDetail))
                        .toList();
            default -> List.of();
        };
    }

    /// `AGE_RANGE` as `AgeRange`.
    private static String names(Stream<Attribute> attributes) {
        return attributes
                .map(attribute -> Arrays.stream(attribute.toString().split("_", -1))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
    }
}
