package io.vestibule.local.engine;

import io.vestibule.local.engine.picture.FaceDetailMapper;
import io.vestibule.local.engine.store.FaceRow;
import software.amazon.awssdk.services.rekognition.model.Face;

/// Maps a stored face to the service's model.
final class FaceMapper {

    private FaceMapper() {}

    /// In the form of IndexFaces: without model version and user.
    static Face indexed(FaceRow row) {
        return words(row).build();
    }

    /// In the form of lists and searches.
    static Face stored(FaceRow row) {
        return words(row)
                .indexFacesModelVersion(Engine.version(row.model()))
                .userId(row.associatedUser().map(FaceRow.AssociatedUser::userId).orElse(null))
                .build();
    }

    private static Face.Builder words(FaceRow row) {
        return Face.builder()
                .faceId(row.id().toString())
                .imageId(row.source().imageId().toString())
                .externalImageId(row.source().externalImageId().orElse(null))
                .boundingBox(FaceDetailMapper.box(row.box()))
                .confidence(row.confidence());
    }
}
