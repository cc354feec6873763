package io.vestibule.vision.search;

/// A vector in two bytes for each number: whole numbers, and one factor for all of them. The factor is a power of two,
/// so that a multiplication by it rounds nothing. Each number is off by at most a 32,768th of the largest, and the
/// cosine of two face vectors by about 0.00001.
///
/// Floats of 16 bits would need no factor, but round more coarsely, and with them code that Java 25 had compiled was
/// seen to return NaN for valid vectors.
record ScaledVector(
        @SuppressWarnings("ArrayRecordComponent") short[] numbers, float factor) {

    static ScaledVector of(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = largest == 0 ? 0 : Math.getExponent(largest) + 2 - Short.SIZE;
        float factor = Math.scalb(1f, exponent);
        float inverse = Math.scalb(1f, -exponent);
        var numbers = new short[vector.length];
        for (int i = 0; i < vector.length; i++) {
            numbers[i] = (short) Math.min(Short.MAX_VALUE, Math.round(vector[i] * inverse));
        }
        return new ScaledVector(numbers, factor);
    }
}
