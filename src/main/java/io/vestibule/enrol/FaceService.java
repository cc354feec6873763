package io.vestibule.enrol;

import io.vestibule.cloud.FaceCollection;
import io.vestibule.cloud.ImageSource;
import io.vestibule.cloud.PhotoBucket;
import io.vestibule.people.PhotoRecord;

/// Where faces and photos are stored: the embedded engine, or an AWS connection profile.
///
/// @param profile name of the connection profile, `embedded` for the engine on this machine
/// @param region of the service, `local` for the engine on this machine
public record FaceService(FaceCollection faces, PhotoBucket bucket, String profile, String region) {

    /// Where the service reads the photo from.
    public ImageSource image(PhotoRecord photo) {
        return bucket.imageSource(photo.key());
    }
}
