package io.vestibule.enrol;

import io.vestibule.check.Finding;
import io.vestibule.photo.Photo;
import io.vestibule.vision.Face;
import java.util.List;

/// An accepted photo before it is saved: in memory only.
///
/// @param thumbnail JPEG, 4:5 around the face
/// @param findings warnings that do not reject it
@SuppressWarnings("ArrayRecordComponent") // shared read-only
public record DraftPhoto(Photo photo, byte[] thumbnail, Face face, List<Finding> findings) {}
