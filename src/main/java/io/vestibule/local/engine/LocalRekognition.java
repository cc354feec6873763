package io.vestibule.local.engine;

import io.vestibule.cloud.GalleryScores;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.local.s3.S3Service;
import io.vestibule.store.Database;
import io.vestibule.vision.Vision;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.RekognitionRequest;
import software.amazon.awssdk.services.rekognition.model.RekognitionResponse;

/// The embedded engine: Amazon Rekognition's collections, faces, users, searches and face detection on this computer,
/// behind the SDK's own interface, with the service's results, limits, exceptions and messages. Operations that it
/// does not implement fail with the error code `NotAvailableOnEmbeddedEngine`.
///
/// Thread-safe. Every change is on disk, encrypted, when its call returns.
public interface LocalRekognition extends RekognitionClient {

    /// Opens or creates the engine's database. Only one instance may be open for a folder: each has its own vector
    /// cache.
    ///
    /// @param folder an existing owner-only folder for the database files
    /// @param key characters of the database's password, without spaces
    /// @param vision the models for face detection and recognition; stays open when the engine closes
    /// @param bucket source of the pictures of an `S3Object`, besides the buckets of [#objects]
    /// @throws io.vestibule.store.StoreException if the database is in use, damaged or newer, or the key is wrong
    static LocalRekognition open(
            Path folder, char[] key, Vision vision, Optional<PhotoBucket> bucket, EngineSettings settings) {
        return RequestDispatcher.client(Engine.open(folder, key, vision, bucket, settings));
    }

    /// Executes any request of the service by its type, as the typed methods do.
    RekognitionResponse answer(RekognitionRequest request);

    /// Loads the data that the first search would have to load: this takes seconds if a collection holds 100,000
    /// users.
    void warmUp();

    /// Compares all faces with all users without a search for each.
    GalleryScores gallery();

    /// The buckets of other programs, whose objects requests can name.
    S3Service objects();

    /// The engine's database, for backups.
    Database database();

    @Override
    void close();
}
