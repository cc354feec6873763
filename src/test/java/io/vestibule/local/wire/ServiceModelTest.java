package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.local.engine.EngineSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every response over HTTP against the service's published model.
class ServiceModelTest {

    @TempDir
    static Path folder;

    private static ServerFixture server;
    private static ServiceModel model;

    private final Set<String> validated = new TreeSet<>();

    @BeforeAll
    static void open() throws IOException {
        model = new ServiceModel();
        server = ServerFixture.open(folder);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static RawHttpRequest.Answer send(String operation, String input) throws Exception {
        return new RawHttpRequest(server)
                .target("RekognitionService." + operation)
                .body(input.replace('\'', '"'))
                .answer();
    }

    /// The response, which is valid and has the members.
    private JsonNode valid(String operation, String input, String... members) throws Exception {
        var answer = send(operation, input);
        assertThat(answer.status()).as("%s: %s", operation, answer.json()).isEqualTo(200);
        assertThat(model.violations(operation, answer.json())).isEmpty();
        for (var member : members) {
            var value = answer.json().path(member);
            assertThat(value.isMissingNode() || (value.isContainer() && value.isEmpty()))
                    .as("%s has %s: %s", operation, member, answer.json())
                    .isFalse();
        }
        validated.add(operation);
        return answer.json();
    }

    private static String photo(String name) throws IOException {
        return "{'Bytes': '" + Base64.getEncoder().encodeToString(EngineSamples.bytes(name)) + "'}";
    }

    @Test
    void everyResponseHasTheShapeOfTheService() throws Exception {
        var in = "'CollectionId': 'c'";
        var person = photo("sample-person-1/1.jpg");
        var probe = photo("sample-person-1-probe.jpg");
        var group = photo("group.jpg");
        valid("CreateCollection", "{" + in + ", 'Tags': {'a': 'b'}}", "CollectionArn", "FaceModelVersion");
        var arn = valid("DescribeCollection", "{" + in + "}", "CollectionARN", "CreationTimestamp")
                .path("CollectionARN")
                .asString();
        valid("ListCollections", "{}", "CollectionIds", "FaceModelVersions");
        valid("TagResource", "{'ResourceArn': '" + arn + "', 'Tags': {'x': 'y'}}");
        valid("ListTagsForResource", "{'ResourceArn': '" + arn + "'}", "Tags");
        valid("UntagResource", "{'ResourceArn': '" + arn + "', 'TagKeys': ['x']}");

        valid("DetectFaces", "{'Image': " + group + ", 'Attributes': ['ALL']}", "FaceDetails");
        valid(
                "CompareFaces",
                "{'SourceImage': " + person + ", 'TargetImage': " + probe + "}",
                "SourceImageFace",
                "FaceMatches");
        valid(
                "IndexFaces",
                "{" + in + ", 'Image': " + group + ", 'MaxFaces': 1, 'DetectionAttributes': ['ALL']}",
                "FaceRecords",
                "UnindexedFaces",
                "FaceModelVersion");
        var face = valid("IndexFaces", "{" + in + ", 'Image': " + person + ", 'ExternalImageId': 'e'}", "FaceRecords")
                .path("FaceRecords")
                .path(0)
                .path("Face")
                .path("FaceId")
                .asString();
        valid("ListFaces", "{" + in + ", 'MaxResults': 1}", "Faces", "NextToken");
        valid("SearchFacesByImage", "{" + in + ", 'Image': " + probe + "}", "FaceMatches", "SearchedFaceBoundingBox");
        valid(
                "SearchFaces",
                "{" + in + ", 'FaceId': '" + face + "', 'FaceMatchThreshold': 0}",
                "FaceMatches",
                "SearchedFaceId");

        valid("CreateUser", "{" + in + ", 'UserId': 'u'}");
        valid("CreateUser", "{" + in + ", 'UserId': 'v'}");
        var gone = "0f8fad5b-d9cb-469f-a165-70867728950e";
        var faces = "'FaceIds': ['" + face + "', '" + gone + "']";
        valid(
                "AssociateFaces",
                "{" + in + ", 'UserId': 'u', " + faces + "}",
                "AssociatedFaces",
                "UnsuccessfulFaceAssociations",
                "UserStatus");
        valid("ListUsers", "{" + in + ", 'MaxResults': 1}", "Users", "NextToken");
        valid("SearchUsers", "{" + in + ", 'FaceId': '" + face + "'}", "UserMatches", "SearchedFace");
        valid("SearchUsersByImage", "{" + in + ", 'Image': " + probe + "}", "UserMatches", "SearchedFace");
        valid("DeleteFaces", "{" + in + ", " + faces + "}", "UnsuccessfulFaceDeletions");
        valid(
                "DisassociateFaces",
                "{" + in + ", 'UserId': 'u', " + faces + "}",
                "DisassociatedFaces",
                "UnsuccessfulFaceDisassociations",
                "UserStatus");
        valid("DeleteFaces", "{" + in + ", " + faces + "}", "DeletedFaces");
        valid("DeleteUser", "{" + in + ", 'UserId': 'v'}");
        valid("DeleteCollection", "{" + in + "}", "StatusCode");

        assertThat(validated)
                .containsExactlyInAnyOrderElementsOf(
                        model.operations().stream().filter(model::describes).toList());
    }

    /// Errors that the engine adds: requests that break a constraint, as the service itself answers them, and
    /// operations that it does not have.
    @Test
    void everyOperationOfTheServiceIsAnsweredOrRefusedByName() throws Exception {
        for (var operation : model.operations()) {
            var answer = send(operation, "{}");
            if (!model.describes(operation)) {
                assertThat(answer.code()).as(operation).isEqualTo("NotAvailableOnEmbeddedEngine");
            } else if (answer.status() != 200) {
                assertThat(answer.code()).as(operation).isIn("ValidationException", "InvalidParameterException");
            }
        }
    }

    @Test
    void anErrorIsOneThatTheOperationDeclares() throws Exception {
        var photo = photo("stranger.jpg");
        var none = "'CollectionId': 'none'";
        for (var operation :
                model.operations().stream().filter(model::describes).toList()) {
            var input = switch (operation) {
                case "CreateCollection", "ListCollections" -> "{'MaxResults': 1, 'NextToken': '?'}";
                case "TagResource" -> "{'ResourceArn': 'arn:aws:rekognition:eu-central-1:1:x', 'Tags': {}}";
                case "UntagResource" -> "{'ResourceArn': 'arn:aws:rekognition:eu-central-1:1:x', 'TagKeys': []}";
                case "ListTagsForResource" -> "{'ResourceArn': 'arn:aws:rekognition:eu-central-1:1:x'}";
                case "DetectFaces" -> "{'Image': {'S3Object': {'Bucket': 'bucket', 'Name': 'none'}}}";
                case "CompareFaces" ->
                    "{'SourceImage': " + photo + ", 'TargetImage': {'S3Object': {'Bucket': 'bucket', 'Name': 'n'}}}";
                case "IndexFaces", "SearchFacesByImage", "SearchUsersByImage" ->
                    "{" + none + ", 'Image': " + photo + "}";
                case "SearchFaces" -> "{" + none + ", 'FaceId': '0f8fad5b-d9cb-469f-a165-70867728950e'}";
                default -> "{" + none + ", 'UserId': 'u', 'FaceIds': ['0f8fad5b-d9cb-469f-a165-70867728950e']}";
            };
            var answer = send(operation, input);
            assertThat(answer.status()).as("%s: %s", operation, answer.json()).isEqualTo(400);
            if (!answer.code().equals("ValidationException")) {
                assertThat(model.errors(operation)).as(operation).contains(answer.code());
            }
        }
    }

    /// The validator itself: what it would say about a response that is wrong.
    @Test
    void theModelFindsWhatIsWrong() {
        var wrong = JsonMapper.shared().readTree("""
                {"FaceRecords": [{"Face": {"FaceId": "x", "Confidence": 101, "Colour": "blue"}, "FaceDetail":
                {"Landmarks": [{"Type": "tail", "X": "1"}]}}], "UnindexedFaces": [{"Reasons": ["BORED"]}]}""");
        assertThat(model.violations("IndexFaces", wrong))
                .satisfiesExactly(
                        id -> assertThat(id).contains("FaceId does not match"),
                        high -> assertThat(high).contains("Confidence is out of its range"),
                        unknown -> assertThat(unknown).contains("Colour is unknown"),
                        type -> assertThat(type).contains("unknown value tail"),
                        number -> assertThat(number).contains("X is no number"),
                        reason -> assertThat(reason).contains("unknown value BORED"));
    }
}
