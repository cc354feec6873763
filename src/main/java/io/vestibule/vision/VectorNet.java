package io.vestibule.vision;

/// Turns an aligned face into its vector. The model was trained on blue, green, red in this order; fed the other way
/// round it errs four times as often.
final class VectorNet {

    private final Net net;

    VectorNet(Net net) {
        this.net = net;
    }

    /// @param norm length before normalising: how much the model saw
    record Measured(FaceVector vector, float norm) {}

    Measured measure(int[] aligned) {
        var input = net.input();
        int plane = Alignment.SIDE * Alignment.SIDE;
        for (int i = 0; i < plane; i++) {
            int pixel = aligned[i];
            input.put(i, ((pixel & 255) - 127) / 128f);
            input.put(plane + i, ((pixel >> 8 & 255) - 127) / 128f);
            input.put(2 * plane + i, ((pixel >> 16 & 255) - 127) / 128f);
        }
        var values = net.run(input, "output")[0];
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        float norm = (float) Math.sqrt(sum);
        for (int i = 0; i < values.length; i++) {
            values[i] /= Math.max(norm, 1e-6f);
        }
        return new Measured(new FaceVector(values), norm);
    }
}
