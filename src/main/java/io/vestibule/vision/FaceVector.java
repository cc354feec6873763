package io.vestibule.vision;

/// The face as 512 numbers of unit length: two pictures of one person have a dot product near 0.7, two people near 0.
@SuppressWarnings("ArrayRecordComponent") // read only by convention; searched by the hundred thousand
public record FaceVector(float[] values) {

    public static final int LENGTH = 512;

    public FaceVector {
        if (values.length != LENGTH) {
            throw new IllegalArgumentException("A face vector has 512 numbers, not " + values.length);
        }
    }

    /// Cosine of the angle to `other`, -1..1.
    public float cosine(FaceVector other) {
        float sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }
}
