package io.vestibule.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

class RequestValidatorTest {

    private static final String FACE = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @TempDir
    Path folder;

    private LocalEngine local;

    @BeforeEach
    void open() {
        local = LocalEngine.open(folder).withCollection();
    }

    @AfterEach
    void close() {
        local.close();
    }

    private static void refused(ThrowingCallable call, String message) {
        var thrown = catchThrowable(call);
        assertThat(thrown).isExactlyInstanceOf(RekognitionException.class);
        assertThat(LocalEngine.code(thrown)).isEqualTo("ValidationException");
        assertThat(LocalEngine.message(thrown)).isEqualTo(message);
        assertThat(((RekognitionException) thrown).statusCode()).isEqualTo(400);
        assertThat(((RekognitionException) thrown).requestId()).isNotBlank();
    }

    @Test
    void namesAMemberThatIsMissing() {
        refused(
                () -> local.client.createCollection(r -> {}),
                "1 validation error detected: Value null at 'collectionId' failed to satisfy constraint: "
                        + "Member must not be null");
    }

    @Test
    void namesEveryConstraintThatAValueViolates() {
        refused(
                () -> local.client.createUser(r -> r.collectionId("a b").userId("")),
                "3 validation errors detected: Value 'a b' at 'collectionId' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.\\-]+; "
                        + "Value '' at 'userId' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1; "
                        + "Value '' at 'userId' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.\\-:]+");
    }

    @Test
    void boundsNumbers() {
        refused(
                () -> local.client.searchFaces(
                        r -> r.collectionId("office").faceId(FACE).maxFaces(0).faceMatchThreshold(100.5f)),
                "2 validation errors detected: Value '0' at 'maxFaces' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1; "
                        + "Value '100.5' at 'faceMatchThreshold' failed to satisfy constraint: "
                        + "Member must have value less than or equal to 100");
    }

    @Test
    void boundsListsAndTheirElements() {
        refused(
                () -> local.client.associateFaces(
                        r -> r.collectionId("office").userId("u").faceIds(Collections.nCopies(101, FACE))),
                "1 validation error detected: Value '" + Collections.nCopies(101, FACE)
                        + "' at 'faceIds' failed to satisfy constraint: Member must have length less than or equal to 100");
        refused(
                () -> local.client.deleteFaces(r -> r.collectionId("office").faceIds("not-a-face")),
                "1 validation error detected: Value '[not-a-face]' at 'faceIds' failed to satisfy constraint: "
                        + "Member must satisfy constraint: [Member must satisfy regular expression pattern: "
                        + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}]");
        refused(
                () -> local.client.deleteFaces(r -> r.collectionId("office").faceIds(List.of())),
                "1 validation error detected: Value '[]' at 'faceIds' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
    }

    @Test
    void knowsTheSpellingsOfAnEnumeration() {
        refused(
                () -> local.client.detectFaces(
                        r -> r.attributesWithStrings("ALL", "HAT").image(i -> i.bytes(SdkBytes.fromUtf8String("x")))),
                "1 validation error detected: Value '[ALL, HAT]' at 'attributes' failed to satisfy constraint: "
                        + "Member must satisfy constraint: [Member must satisfy enum value set: [DEFAULT, ALL, "
                        + "AGE_RANGE, BEARD, EMOTIONS, EYE_DIRECTION, EYEGLASSES, EYES_OPEN, GENDER, MOUTH_OPEN, "
                        + "MUSTACHE, FACE_OCCLUDED, SMILE, SUNGLASSES]]");
    }

    @Test
    void boundsTheBytesOfAPictureWithinTheirShape() {
        refused(
                () -> local.client.detectFaces(
                        r -> r.image(i -> i.bytes(SdkBytes.fromByteArrayUnsafe(new byte[5_242_881])))),
                "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=5242881 cap=5242881]' at "
                        + "'image.bytes' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 5242880");
        refused(
                () -> local.client.detectFaces(r -> r.image(i -> i.s3Object(s -> s.bucket("ab")))),
                "1 validation error detected: Value 'ab' at 'image.s3Object.bucket' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 3");
    }

    @Test
    void checksKeysAndValuesOfAMap() {
        refused(
                () -> local.client.createCollection(r -> r.collectionId("a").tags(Map.of("aws:x", "#"))),
                "2 validation errors detected: Value '{aws:x=#}' at 'tags' failed to satisfy constraint: "
                        + "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: "
                        + "^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$]; Value '{aws:x=#}' at 'tags' failed to "
                        + "satisfy constraint: Map value must satisfy constraint: [Member must satisfy regular "
                        + "expression pattern: ^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$]");
    }

    @Test
    void acceptsValuesAtTheirBounds() {
        var longest = "u".repeat(127) + ":";
        local.client.createUser(r -> r.collectionId("office").userId(longest).clientRequestToken("a-_9".repeat(16)));
        assertThat(local.status(longest)).isEqualTo("CREATED");
        local.client.createCollection(r -> r.collectionId("c".repeat(255)));
    }

    @Test
    void requiresExactlyOneImageSource() {
        var none = catchThrowable(() -> local.client.detectFaces(r -> r.image(i -> {})));
        assertThat(none)
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Request has invalid parameters");
        var both = catchThrowable(() -> local.client.detectFaces(r -> r.image(i -> i.bytes(SdkBytes.fromUtf8String("x"))
                .s3Object(s -> s.bucket("photos").name("x")))));
        assertThat(both).isInstanceOf(InvalidParameterException.class);
    }
}
