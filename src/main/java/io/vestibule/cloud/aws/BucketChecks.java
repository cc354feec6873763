package io.vestibule.cloud.aws;

import io.vestibule.base.Problem;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.SdkFailureMapper;
import io.vestibule.cloud.aws.ConnectionReport.ConnectionFinding;
import io.vestibule.cloud.aws.ConnectionReport.PermissionResult;
import io.vestibule.cloud.aws.ConnectionReport.PermissionStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;

/// Tests every S3 operation that we use, and checks for features that would retain a deleted photo: Object Lock and
/// replication. One object is stored and deleted, if it can be deleted.
final class BucketChecks {

    private static final String REGION = "x-amz-bucket-region";

    private final S3Client client;
    private final Profile profile;
    private final String bucket;
    private final String key = "vestibule-test/" + UUID.randomUUID() + ".png";
    private final Map<S3Operation, PermissionStatus> outcomes = new EnumMap<>(S3Operation.class);
    private final List<ConnectionFinding> findings = new ArrayList<>();
    private boolean usable;

    BucketChecks(S3Client client, Profile profile) {
        this.client = client;
        this.profile = profile;
        this.bucket = profile.storage().bucket();
    }

    /// Tests the operations that change nothing.
    void checkWithoutChanges() {
        usable = true;
        ask(S3Operation.HEAD_BUCKET, () -> {
            try {
                var head = client.headBucket(r -> r.bucket(bucket));
                head.sdkHttpResponse().firstMatchingHeader(REGION).ifPresent(this::compareRegions);
            } catch (SdkServiceException e) {
                note(e);
                throw e;
            }
        });
        if (!usable) {
            return;
        }
        ask(
                S3Operation.LIST_OBJECTS,
                () -> client.listObjectsV2(
                        r -> r.bucket(bucket).prefix(profile.storage().prefix()).maxKeys(1)));
        ask(
                S3Operation.LIST_VERSIONS,
                () -> client.listObjectVersions(
                        r -> r.bucket(bucket).prefix(profile.storage().prefix()).maxKeys(1)));
        ask(
                S3Operation.DELETE_VERSION,
                () -> client.deleteObject(r -> r.bucket(bucket).key(whole()).versionId("null")));
        ask(S3Operation.GET_VERSIONING, () -> {
            var status = client.getBucketVersioning(r -> r.bucket(bucket)).status();
            if (status == BucketVersioningStatus.ENABLED) {
                find(Problem.of("cloud.bucket-versions"));
            }
        });
        ask(S3Operation.GET_OBJECT_LOCK, () -> {
            var lock = client.getObjectLockConfiguration(r -> r.bucket(bucket)).objectLockConfiguration();
            if (lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED) {
                find(Problem.of("cloud.bucket-lock"));
            }
        });
        ask(S3Operation.GET_REPLICATION, () -> {
            var copies = client.getBucketReplication(r -> r.bucket(bucket)).replicationConfiguration();
            if (copies != null
                    && copies.rules().stream().anyMatch(rule -> rule.status() == ReplicationRuleStatus.ENABLED)) {
                find(Problem.of("cloud.bucket-copies"));
            }
        });
    }

    /// Whether a test object may be stored: only if it can be deleted again.
    boolean mayStore() {
        return usable && is(S3Operation.DELETE_VERSION) && is(S3Operation.LIST_VERSIONS);
    }

    /// Stores the picture, reads it, runs `use`, and deletes the picture in any case.
    ///
    /// @param use runs while the object exists; not run if it could not be stored
    /// @return whether the object was stored
    boolean checkWithObject(byte[] picture, Runnable use) {
        var photos = new S3Bucket(client, profile.storage());
        try {
            ask(S3Operation.PUT_OBJECT, () -> photos.put(key, picture));
            if (!is(S3Operation.PUT_OBJECT)) {
                return false;
            }
            ask(S3Operation.GET_OBJECT, () -> photos.get(key));
            use.run();
            return true;
        } finally {
            photos.delete(key);
        }
    }

    String whole() {
        return profile.storage().prefix() + key;
    }

    List<PermissionResult> lines() {
        List<PermissionResult> lines = new ArrayList<>();
        for (S3Operation operation : S3Operation.values()) {
            lines.add(new PermissionResult(
                    operation.permission(), outcomes.getOrDefault(operation, PermissionStatus.UNKNOWN)));
        }
        return lines.stream().distinct().toList();
    }

    List<ConnectionFinding> findings() {
        return findings;
    }

    private boolean is(S3Operation operation) {
        return outcomes.get(operation) == PermissionStatus.ALLOWED;
    }

    private void ask(S3Operation operation, Runnable call) {
        outcomes.put(operation, Probe.ask(operation.apiName(), call));
    }

    private void note(SdkServiceException thrown) {
        switch (SdkFailureMapper.toFailure(S3Operation.HEAD_BUCKET.apiName(), thrown)) {
            case CloudFailure.OtherRegion _ -> stop(new CloudFailure.OtherRegion());
            case CloudFailure.NoBucket _ -> stop(new CloudFailure.NoBucket());
            case CloudFailure.NotFound _ -> stop(new CloudFailure.NoBucket());
            default -> {
                if (thrown.statusCode() == 404) {
                    stop(new CloudFailure.NoBucket());
                }
            }
        }
    }

    private void compareRegions(String region) {
        if (!region.equals(profile.endpoint().region())) {
            stop(new CloudFailure.OtherRegion());
        }
    }

    private void stop(CloudFailure failure) {
        usable = false;
        findings.add(new ConnectionFinding(failure.problem(), true));
    }

    private void find(Problem problem) {
        findings.add(new ConnectionFinding(problem, false));
    }
}
