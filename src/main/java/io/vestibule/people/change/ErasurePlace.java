package io.vestibule.people.change;

/// Where data of a person is stored, each of which is asked again after an erasure. Stored by name in the database; a
/// constant that was released is never renamed.
public enum ErasurePlace {
    /// The user of the face collection.
    USER,
    /// Faces in the collection, by their ids and by the user.
    FACES,
    /// Photos in the bucket.
    PHOTOS,
    /// The row with name and contact data.
    RECORD,
    /// Consents and other legal bases.
    CONSENTS,
    /// Words of the name, by which lists find the person.
    NAMES,
    /// Rows of photos.
    PHOTO_ROWS,
    THUMBNAILS,
    /// Face vectors in the database of the console.
    VECTORS,
    /// Photos that were not uploaded yet.
    UPLOADS,
    /// Connections that were not in use when the person was erased, and still have data.
    ELSEWHERE
}
