package io.vestibule.cloud.aws;

import io.vestibule.base.Problem;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.aws.ConnectionReport.ConnectionFinding;
import io.vestibule.cloud.aws.ConnectionReport.PermissionResult;
import io.vestibule.cloud.aws.ConnectionReport.PermissionStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/// Tests every face operation that we use without changing the collection: with users and faces that do not exist, a
/// picture without a face, and one user that is created and deleted.
final class FaceChecks {

    /// Clock skew from which our schedules visibly differ from those of others; signatures tolerate up to 15 minutes.
    private static final Duration FELT = Duration.ofMinutes(1);

    private final RekognitionClient client;
    private final String collection;
    private final InstantSource clock;
    private final Map<Operation, PermissionStatus> outcomes = new EnumMap<>(Operation.class);
    private final List<ConnectionFinding> findings = new ArrayList<>();
    private boolean collectionExists;

    FaceChecks(RekognitionClient client, String collection, InstantSource clock) {
        this.client = client;
        this.collection = collection;
        this.clock = clock;
    }

    /// The first call, which also shows whether any call is possible.
    void checkConnection() {
        PermissionStatus permissionStatus = Probe.ask(Operation.DESCRIBE_COLLECTION.apiName(), () -> {
            try {
                var answer = client.describeCollection(r -> r.collectionId(collection));
                collectionExists = true;
                compareClocks(answer.sdkHttpResponse());
            } catch (AwsServiceException e) {
                compareClocks(e.awsErrorDetails().sdkHttpResponse());
                if (e instanceof ResourceNotFoundException) {
                    findings.add(new ConnectionFinding(Problem.of("cloud.collection-not-yet", collection), false));
                }
                throw e;
            }
        });
        outcomes.put(Operation.DESCRIBE_COLLECTION, permissionStatus);
    }

    /// @param picture without a face
    void run(Image picture, List<Operation> operations) {
        for (Operation operation : operations) {
            if (!outcomes.containsKey(operation)) {
                outcomes.put(operation, check(operation, picture));
            }
        }
    }

    List<PermissionResult> lines() {
        return outcomes.entrySet().stream()
                .map(entry -> new PermissionResult(permission(entry.getKey()), entry.getValue()))
                .toList();
    }

    List<ConnectionFinding> findings() {
        return findings;
    }

    static String permission(Operation operation) {
        return "rekognition:" + operation.apiName();
    }

    private PermissionStatus check(Operation operation, Image picture) {
        String nobody = "vestibule-test-" + UUID.randomUUID();
        String noFace = UUID.randomUUID().toString();
        return switch (operation) {
            case CREATE_COLLECTION ->
                collectionExists
                        ? ask(operation, () -> client.createCollection(r -> r.collectionId(collection)))
                        : PermissionStatus.UNKNOWN;
            case DESCRIBE_COLLECTION ->
                ask(operation, () -> client.describeCollection(r -> r.collectionId(collection)));
            case INDEX_FACES -> index(picture);
            case LIST_FACES ->
                ask(
                        operation,
                        () -> client.listFaces(r -> r.collectionId(collection).maxResults(1)));
            case DELETE_FACES ->
                ask(
                        operation,
                        () -> client.deleteFaces(r -> r.collectionId(collection).faceIds(noFace)));
            case SEARCH_FACES ->
                ask(
                        operation,
                        () -> client.searchFaces(
                                r -> r.collectionId(collection).faceId(noFace).maxFaces(1)));
            case SEARCH_FACES_BY_IMAGE ->
                ask(
                        operation,
                        () -> client.searchFacesByImage(
                                r -> r.collectionId(collection).image(picture).maxFaces(1)));
            case CREATE_USER -> createUser(nobody);
            case DELETE_USER -> deleteUser(nobody);
            case LIST_USERS ->
                ask(
                        operation,
                        () -> client.listUsers(r -> r.collectionId(collection).maxResults(1)));
            case ASSOCIATE_FACES ->
                ask(
                        operation,
                        () -> client.associateFaces(
                                r -> r.collectionId(collection).userId(nobody).faceIds(noFace)));
            case DISASSOCIATE_FACES ->
                ask(
                        operation,
                        () -> client.disassociateFaces(
                                r -> r.collectionId(collection).userId(nobody).faceIds(noFace)));
            case SEARCH_USERS ->
                ask(
                        operation,
                        () -> client.searchUsers(
                                r -> r.collectionId(collection).faceId(noFace).maxUsers(1)));
            case SEARCH_USERS_BY_IMAGE ->
                ask(
                        operation,
                        () -> client.searchUsersByImage(
                                r -> r.collectionId(collection).image(picture).maxUsers(1)));
            case COMPARE_FACES ->
                ask(
                        operation,
                        () -> client.compareFaces(r -> r.sourceImage(picture).targetImage(picture)));
            case DETECT_FACES -> ask(operation, () -> client.detectFaces(r -> r.image(picture)));
            case DETECT_PROTECTIVE_EQUIPMENT ->
                ask(operation, () -> client.detectProtectiveEquipment(r -> r.image(picture)));
            case DETECT_MODERATION_LABELS -> ask(operation, () -> client.detectModerationLabels(r -> r.image(picture)));
            case DETECT_TEXT -> ask(operation, () -> client.detectText(r -> r.image(picture)));
            case DETECT_LABELS ->
                ask(operation, () -> client.detectLabels(r -> r.image(picture).maxLabels(1)));
            // It takes the name of a model, and an invalid name is rejected before the permission is checked.
            case DETECT_CUSTOM_LABELS -> PermissionStatus.UNKNOWN;
        };
    }

    private PermissionStatus index(Image picture) {
        return ask(Operation.INDEX_FACES, () -> {
            try {
                client.indexFaces(r -> r.collectionId(collection)
                        .image(picture)
                        .externalImageId("vestibule-test")
                        .maxFaces(1));
            } catch (InvalidS3ObjectException e) {
                findings.add(new ConnectionFinding(Problem.of("cloud.bucket-unread"), true));
                throw e;
            }
        });
    }

    private PermissionStatus deleteUser(String userId) {
        return ask(
                Operation.DELETE_USER,
                () -> client.deleteUser(r -> r.collectionId(collection).userId(userId)));
    }

    /// Called only if the user can be deleted again.
    private PermissionStatus createUser(String userId) {
        PermissionStatus removable = outcomes.computeIfAbsent(Operation.DELETE_USER, _ -> deleteUser(userId));
        if (removable != PermissionStatus.ALLOWED) {
            return PermissionStatus.UNKNOWN;
        }
        try {
            return ask(
                    Operation.CREATE_USER,
                    () -> client.createUser(r -> r.collectionId(collection).userId(userId)));
        } finally {
            deleteUser(userId);
        }
    }

    private static PermissionStatus ask(Operation operation, Runnable call) {
        return Probe.ask(operation.apiName(), call);
    }

    private void compareClocks(SdkHttpResponse answer) {
        ServerDate.of(answer)
                .map(theirs -> Duration.between(clock.instant(), theirs))
                .filter(ahead -> ahead.abs().compareTo(FELT) > 0)
                .ifPresent(ahead -> findings.add(new ConnectionFinding(
                        Problem.of("cloud.clock-off", ahead.abs().toSeconds()), false)));
    }
}
