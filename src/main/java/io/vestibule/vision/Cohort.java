package io.vestibule.vision;

import io.vestibule.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Mean faces of many people, by which scores are normalised: from the cosine of two vectors is subtracted how much
/// both look like everybody. Without it strangers match far more often in some groups of people than in others.
///
/// With the means `c` (unit vectors, each the mean of at least [#LEAST_PEOPLE] people, so nobody's template):
///
/// - cohort score of a vector: `h(x)` = mean of the two largest cosines of `x` with the means
/// - normalised score of a pair: `s(x, y) = x . y - (h(x) + h(y)) / 2`
///
/// This is the symmetric, mean-only form of what speaker recognition calls cohort or score normalisation (S-norm).
/// Since a cohort score depends on one vector alone, it is computed once for each, and a search stays exact.
/// [Calibration] maps scores to similarities.
public final class Cohort {

    /// Fewest people behind one mean.
    public static final int LEAST_PEOPLE = 26;

    /// Most means of one cohort.
    public static final int MOST_MEANS = 1024;

    private static final String SCALE = "embedded-2";

    /// Number of nearest means that count; those of other groups say nothing about a face.
    private static final int NEAREST = 2;

    private final String scale;
    private final List<float[]> means;

    private Cohort(String scale, List<float[]> means) {
        this.scale = scale;
        this.means = means;
    }

    /// @param bytes the means one after another, 512 little-endian 32-bit floats each
    /// @param scale name of the scale of the scores
    /// @throws IllegalArgumentException if these are not 1 to [#MOST_MEANS] vectors of unit length
    static Cohort of(byte[] bytes, String scale) {
        int size = FaceVector.LENGTH * Float.BYTES;
        if (bytes.length == 0 || bytes.length % size != 0 || bytes.length / size > MOST_MEANS) {
            throw new IllegalArgumentException("Not a cohort: " + bytes.length + " bytes");
        }
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var means = new ArrayList<float[]>();
        while (floats.hasRemaining()) {
            var mean = new float[FaceVector.LENGTH];
            floats.get(mean);
            means.add(mean);
        }
        return of(means, scale);
    }

    /// @param means at least one unit vector
    /// @param scale name of the scale of the scores
    /// @throws IllegalArgumentException if one has another length
    public static Cohort of(List<float[]> means, String scale) {
        for (float[] mean : means) {
            if (!(Math.abs(dot(mean, mean) - 1) < 1e-3f)) {
                throw new IllegalArgumentException("Not a vector of unit length");
            }
        }
        return new Cohort(scale, List.copyOf(means));
    }

    /// The bundled cohort: 64 means; `assets/models/NOTICE` says of whom.
    ///
    /// @throws VisionException if the file is missing or changed
    public static Cohort shipped() {
        return Shipped.COHORT;
    }

    /// Read once, by the first score that needs it.
    private static final class Shipped {

        private static final String NAME = "cohort-64";
        private static final String SHA256 = "5ec2a7b0dca1c1fb053ed095517a878e23e0f01ae817cb4d10c75363b7958798";
        static final Cohort COHORT = read();

        private static Cohort read() {
            var resource = new ModelDescriptor.Resource("/assets/models/" + NAME + ".f32");
            try (InputStream in = resource.open()) {
                byte[] bytes = in.readAllBytes();
                if (!Sha256.hex(bytes).equals(SHA256)) {
                    throw new VisionException(new VisionFailure.ModelChanged(NAME), null);
                }
                return of(bytes, SCALE);
            } catch (IOException e) {
                throw new VisionException(new VisionFailure.ModelMissing(NAME), e);
            }
        }
    }

    /// A cohort of the administrator's own ([CohortBuilder]). Its scale has a name of its own, with the first digits of
    /// the file's SHA-256.
    ///
    /// @throws VisionException if the file cannot be read, or is no cohort
    public static Cohort read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return of(bytes, SCALE + "-" + Sha256.hex(bytes).substring(0, 8));
        } catch (IOException e) {
            throw new VisionException(new VisionFailure.ModelMissing(file.toString()), e);
        } catch (IllegalArgumentException e) {
            throw new VisionException(new VisionFailure.ModelUnfit(file.toString()), e);
        }
    }

    /// Name of the scale of these scores. Scores of two scales cannot be compared.
    public String scale() {
        return scale;
    }

    /// Number of means.
    public int size() {
        return means.size();
    }

    /// This cohort with more means, for a collection whose people are known; the name of the scale stays.
    ///
    /// @param more unit vectors
    public Cohort with(List<float[]> more) {
        var all = new ArrayList<>(means);
        all.addAll(more);
        return new Cohort(scale, List.copyOf(all));
    }

    /// Cohort score of a unit vector, -1..1: how much the face looks like everybody.
    public float score(float[] vector) {
        float best = -1;
        float second = -1;
        for (float[] mean : means) {
            float cosine = dot(mean, vector);
            if (cosine > best) {
                second = best;
                best = cosine;
            } else if (cosine > second) {
                second = cosine;
            }
        }
        return means.size() < NEAREST ? best : (best + second) / 2;
    }

    /// Index of the mean that is nearest to the vector.
    public int nearest(float[] vector) {
        int nearest = 0;
        float best = -2;
        for (int i = 0; i < means.size(); i++) {
            float cosine = dot(means.get(i), vector);
            if (cosine > best) {
                best = cosine;
                nearest = i;
            }
        }
        return nearest;
    }

    /// Normalised score of a pair, about -1..1.
    ///
    /// @param one cohort score of the one vector
    /// @param other cohort score of the other
    public static float normalised(float cosine, float one, float other) {
        return cosine - (one + other) / 2;
    }

    /// Normalised score of two faces, about -1..1.
    public float score(FaceVector one, FaceVector other) {
        return normalised(one.cosine(other), score(one.values()), score(other.values()));
    }

    /// Similarity of two faces, 0..100.
    public float similarity(FaceVector one, FaceVector other) {
        return Calibration.similarity(score(one, other));
    }

    /// Four sums, because floating-point addition is not reordered and one sum would wait for each addition.
    private static float dot(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < FaceVector.LENGTH; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        return a + b + (c + d);
    }
}
