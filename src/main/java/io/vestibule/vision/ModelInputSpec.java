package io.vestibule.vision;

import java.util.List;

/// The input format of a model: planes of `(value - mean) / divisor`, where `value` is 0..255.
///
/// @param width pixels
/// @param height pixels
/// @param planes which colours, in which order
/// @param means one per plane
/// @param divisors one per plane
public record ModelInputSpec(int width, int height, Planes planes, List<Double> means, List<Double> divisors) {

    /// The order of the colour planes.
    public enum Planes {
        GRAY(1),
        RGB(3),
        BGR(3);

        private final int count;

        Planes(int count) {
            this.count = count;
        }

        public int count() {
            return count;
        }
    }

    public ModelInputSpec {
        means = List.copyOf(means);
        divisors = List.copyOf(divisors);
        if (width < 1 || height < 1 || means.size() != planes.count() || divisors.size() != planes.count()) {
            throw new IllegalArgumentException("A recipe has one mean and one divisor per plane");
        }
    }

    /// The same mean and divisor for every plane.
    public static ModelInputSpec of(int width, int height, Planes planes, double mean, double divisor) {
        return new ModelInputSpec(
                width,
                height,
                planes,
                java.util.Collections.nCopies(planes.count(), mean),
                java.util.Collections.nCopies(planes.count(), divisor));
    }
}
