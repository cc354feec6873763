package io.vestibule.cloud.aws;

import static io.vestibule.cloud.aws.S3Operation.DELETE_VERSION;
import static io.vestibule.cloud.aws.S3Operation.GET_OBJECT;
import static io.vestibule.cloud.aws.S3Operation.LIST_OBJECTS;
import static io.vestibule.cloud.aws.S3Operation.LIST_VERSIONS;
import static io.vestibule.cloud.aws.S3Operation.PUT_OBJECT;

import io.vestibule.cloud.CallLog;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.CloudFailure;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.cloud.SdkFailureMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// A bucket in S3. Every object has its content type and the SHA-256 that S3 verifies, is encrypted as the profile
/// specifies, and has no metadata of our own: the object does not reveal whose photo it is.
///
/// A deletion deletes every version of a key: with versioning, a plain delete would only hide the photo.
public final class S3Bucket implements PhotoBucket {

    private static final Pattern KEY =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*+(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*+)*+");
    private static final Logger LOG = LoggerFactory.getLogger(S3Bucket.class);

    private static final int LONGEST_KEY = 512;

    /// On Amazon only versions are deleted, so this is for other servers and needs no permission there.
    private static final String DELETE = "DeleteObject";

    /// Status of S3-compatible servers without versioning.
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client client;
    private final Storage storage;
    private final CallLog log;
    private final InstantSource clock;

    /// @param client closed by the caller
    public S3Bucket(S3Client client, Storage storage) {
        this(client, storage, CallLog.NONE, InstantSource.system());
    }

    /// @param client closed by the caller
    public S3Bucket(S3Client client, Storage storage, CallLog log, InstantSource clock) {
        this.client = client;
        this.storage = storage;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return storage.bucket();
    }

    @Override
    public ImageSource.Stored imageSource(String key) {
        return new ImageSource.Stored(name(), storage.prefix() + key);
    }

    @Override
    public void put(String key, byte[] bytes) {
        if (!valid(key)) {
            throw new CloudException(new CloudFailure.Refused(PUT_OBJECT.apiName(), "InvalidKey"));
        }
        attempt(PUT_OBJECT, () -> client.putObject(request(key, bytes), RequestBody.fromBytes(bytes)));
    }

    @Override
    public Optional<byte[]> get(String key) {
        if (!valid(key)) {
            return Optional.empty();
        }
        return attempt(GET_OBJECT, () -> {
            try {
                return Optional.of(client.getObjectAsBytes(r -> r.bucket(name()).key(storage.prefix() + key))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(String key) {
        if (!valid(key)) {
            return;
        }
        String whole = storage.prefix() + key;
        Optional<List<String>> versions = versions(whole);
        if (versions.isEmpty()) {
            attempt(DELETE, () -> client.deleteObject(r -> r.bucket(name()).key(whole)));
        } else {
            versions.get()
                    .forEach(version -> attempt(
                            DELETE_VERSION,
                            () -> client.deleteObject(
                                    r -> r.bucket(name()).key(whole).versionId(version))));
        }
    }

    @Override
    public void readKeys(String prefix, Consumer<String> keys) {
        String token = null;
        do {
            String from = token;
            var page = attempt(
                    LIST_OBJECTS,
                    () -> client.listObjectsV2(r ->
                            r.bucket(name()).prefix(storage.prefix() + prefix).continuationToken(from)));
            page.contents()
                    .forEach(object ->
                            keys.accept(object.key().substring(storage.prefix().length())));
            token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (token != null);
    }

    private PutObjectRequest request(String key, byte[] bytes) {
        var request = PutObjectRequest.builder()
                .bucket(name())
                .key(storage.prefix() + key)
                .contentType(type(bytes))
                .checksumSHA256(sha256(bytes));
        return switch (storage.encryption()) {
            case Encryption.S3Managed _ ->
                request.serverSideEncryption(ServerSideEncryption.AES256).build();
            case Encryption.KmsKey kmsKey ->
                request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(kmsKey.key().isEmpty() ? null : kmsKey.key())
                        .build();
        };
    }

    /// Ids of all versions and delete markers of exactly this key; `null` is the id of an object that was stored
    /// without versioning. Empty if the server does not support versions.
    private Optional<List<String>> versions(String key) {
        return attempt(LIST_VERSIONS, () -> {
            List<String> found = new ArrayList<>();
            try {
                for (var page :
                        client.listObjectVersionsPaginator(r -> r.bucket(name()).prefix(key))) {
                    of(page, key).forEach(found::add);
                }
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_IMPLEMENTED) {
                    return Optional.empty();
                }
                throw e;
            }
            return Optional.of(found);
        });
    }

    private static Stream<String> of(ListObjectVersionsResponse page, String key) {
        return Stream.concat(
                page.versions().stream()
                        .filter(version -> version.key().equals(key))
                        .map(version -> version.versionId()),
                page.deleteMarkers().stream()
                        .filter(marker -> marker.key().equals(key))
                        .map(marker -> marker.versionId()));
    }

    private <T> T attempt(S3Operation operation, Supplier<T> call) {
        return attempt(operation.apiName(), call);
    }

    private <T> T attempt(String operation, Supplier<T> call) {
        Instant at = clock.instant();
        boolean ok = false;
        try {
            T answer = call.get();
            ok = true;
            return answer;
        } catch (AbortedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(new CloudFailure.Offline(), e);
        } catch (RuntimeException e) {
            throw new CloudException(SdkFailureMapper.toFailure(operation, e), e);
        } finally {
            logCall(operation, at, ok);
        }
    }

    /// A failure to write the log must not make a performed call fail.
    private void logCall(String operation, Instant at, boolean ok) {
        try {
            log.onCall(operation, at, true, ok);
        } catch (RuntimeException e) {
            LOG.warn("A call of {} was not logged", operation, e);
        }
    }

    private static boolean valid(String key) {
        return key.length() <= LONGEST_KEY && KEY.matcher(key).matches();
    }

    private static String type(byte[] bytes) {
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return "image/jpeg";
        }
        return bytes.length > 3 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G'
                ? "image/png"
                : "application/octet-stream";
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
