package io.vestibule.local.engine;

import io.vestibule.cloud.PhotoBucket;
import io.vestibule.vision.Vision;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// The embedded default: Amazon Rekognition's collections, faces, users, searches and face detection on this machine,
/// behind the SDK's own interface, with the service's outcomes, limits, exceptions and messages. Operations it lacks
/// are refused with the error code `NotAvailableOnEmbeddedEngine`.
///
/// Safe for many threads. Every change is on disk, encrypted, when its call returns.
public interface LocalRekognition extends RekognitionClient {

    /// Opens or creates the engine's database. Once per folder at a time: the vectors in memory are its own.
    ///
    /// @param folder an owner-only folder that exists; the database's files go there
    /// @param key characters of the database's password, no space
    /// @param vision what sees the faces; stays open when the engine closes
    /// @param bucket where pictures of an `S3Object` come from; without one they are refused
    /// @throws io.vestibule.store.StoreException if the database is in use, damaged, newer, or the key is wrong
    static LocalRekognition open(
            Path folder, char[] key, Vision vision, Optional<PhotoBucket> bucket, EngineSettings settings) {
        return RequestDispatcher.client(Engine.open(folder, key, vision, bucket, settings));
    }

    /// Answers any request of the service by its type, as the typed methods do.
    RekognitionResponse answer(RekognitionRequest request);

    /// Loads what the first search would have to wait for: seconds where a collection holds 100,000 users.
    void warmUp();

    @Override
    void close();
}
