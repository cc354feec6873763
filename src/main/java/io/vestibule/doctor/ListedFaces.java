package io.vestibule.doctor;

import io.vestibule.cloud.FaceCollection.StoredFace;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/// Stores faces as the service lists them, and keys of files.
final class ListedFaces {

    static final RecordCodec<StoredFace> CODEC = new RecordCodec<>() {
        @Override
        public String key(StoredFace face) {
            return face.faceId();
        }

        @Override
        public void write(StoredFace face, DataOutputStream out) throws IOException {
            out.writeUTF(face.faceId());
            out.writeUTF(face.imageId());
            out.writeUTF(face.externalImageId());
            out.writeUTF(face.userId().orElse(""));
            out.writeUTF(face.modelVersion());
        }

        @Override
        public StoredFace read(DataInputStream in) throws IOException {
            return new StoredFace(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Optional.of(in.readUTF()).filter(user -> !user.isEmpty()),
                    in.readUTF());
        }
    };

    static final RecordCodec<String> FILE_KEYS = new RecordCodec<>() {
        @Override
        public String key(String key) {
            return key;
        }

        @Override
        public void write(String key, DataOutputStream out) throws IOException {
            out.writeUTF(key);
        }

        @Override
        public String read(DataInputStream in) throws IOException {
            return in.readUTF();
        }
    };

    private ListedFaces() {}
}
