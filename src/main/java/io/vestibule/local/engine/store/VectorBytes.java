package io.vestibule.local.engine.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The storage format of a vector in the database: little-endian floats.
final class VectorBytes {

    private VectorBytes() {}

    static byte[] pack(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] unpack(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
