package io.vestibule.cloud.aws;

import io.vestibule.cloud.PhotoBucket;
import io.vestibule.local.engine.EngineSettings;
import io.vestibule.local.wire.AccessKey;
import io.vestibule.local.wire.ServerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/// A face service that reads photos from a bucket, both on real sockets, with one key pair.
public final class Aws implements AutoCloseable {

    public static final String REGION = "eu-central-1";

    public final ServerFixture faces;
    public final S3Server photos;
    private final S3Client client;

    private Aws(ServerFixture faces, S3Server photos, S3Client client) {
        this.faces = faces;
        this.photos = photos;
        this.client = client;
    }

    public static Aws open(Path folder) {
        var photos = S3Server.start();
        var client = photos.client();
        PhotoBucket bucket = new S3Bucket(client, new Storage(S3Server.BUCKET, "", new Encryption.S3Managed()));
        var key = new AccessKey(S3Server.KEY_ID, S3Server.SECRET);
        return new Aws(ServerFixture.open(folder, EngineSettings.DEFAULT, Optional.of(bucket), key), photos, client);
    }

    S3Client client() {
        return client;
    }

    /// A program that prints a key pair.
    public static String printing(Path folder, String keyId, String secret) {
        var file = folder.resolve("credentials-" + keyId + ".json");
        try {
            Files.writeString(
                    file,
                    "{\"Version\": 1, \"AccessKeyId\": \"%s\", \"SecretAccessKey\": \"%s\"}".formatted(keyId, secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "cat '" + file + "'";
    }

    Endpoint place() {
        return place(REGION);
    }

    Endpoint place(String region) {
        return new Endpoint(region, Optional.of(faces.endpoint()), Optional.of(photos.endpoint()), Optional.empty());
    }

    Profile profile(Path folder) {
        return new Profile(
                new CredentialSource.Program(printing(folder, S3Server.KEY_ID, S3Server.SECRET)),
                place(),
                ProxySettings.DEFAULT,
                new Storage(S3Server.BUCKET, "", new Encryption.S3Managed()));
    }

    @Override
    public void close() {
        client.close();
        faces.close();
        photos.close();
    }
}
