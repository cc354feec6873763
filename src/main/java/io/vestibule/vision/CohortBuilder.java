package io.vestibule.vision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Builds a cohort from faces of many people: groups them by spherical k-means, and keeps the mean of each group.
///
/// Every mean is that of at least [Cohort#LEAST_PEOPLE] people; smaller groups join the nearest others. The result
/// depends on nothing but the faces and their order.
public final class CohortBuilder {

    /// Fewer people cannot stand for everybody.
    public static final int LEAST_PEOPLE = 400;

    private static final int PEOPLE_PER_MEAN = 50;
    private static final int MOST_MEANS = 64;
    private static final int ROUNDS = 40;
    private static final long SEED = 0xC0407;

    private CohortBuilder() {}

    /// @param people a unit vector for each person, at least [#LEAST_PEOPLE]: the mean of their photos, or one photo
    /// @return unit vectors
    /// @throws IllegalArgumentException for too few people
    public static List<float[]> means(List<float[]> people) {
        if (people.size() < LEAST_PEOPLE) {
            throw new IllegalArgumentException("Too few people: " + people.size());
        }
        var means = seeds(people, Math.min(MOST_MEANS, people.size() / PEOPLE_PER_MEAN));
        for (int round = 0; round < ROUNDS; round++) {
            means = centres(people, groups(people, means), means.size(), 1);
        }
        var kept = centres(people, groups(people, means), means.size(), Cohort.LEAST_PEOPLE);
        // Members of groups that were too small are in others now; those that lost members may be too small again.
        while (kept.size() < means.size()) {
            means = kept;
            kept = centres(people, groups(people, means), means.size(), Cohort.LEAST_PEOPLE);
        }
        return kept;
    }

    /// The file format of a cohort, which [Cohort#read] reads.
    public static byte[] bytes(List<float[]> means) {
        var bytes = ByteBuffer.allocate(means.size() * FaceVector.LENGTH * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        means.forEach(mean -> {
            for (float value : mean) {
                bytes.putFloat(value);
            }
        });
        return bytes.array();
    }

    /// The mean of a person's photos, scaled to unit length.
    public static float[] person(List<FaceVector> photos) {
        var sum = new float[FaceVector.LENGTH];
        photos.forEach(photo -> add(sum, photo.values()));
        return unit(sum);
    }

    /// Each next seed is drawn with the squared distance to the seeds so far as its weight (k-means++).
    private static List<float[]> seeds(List<float[]> people, int count) {
        var random = new Random(SEED);
        var seeds = new ArrayList<float[]>();
        seeds.add(people.get(random.nextInt(people.size())));
        var distance = new double[people.size()];
        Arrays.fill(distance, Double.MAX_VALUE);
        while (seeds.size() < count) {
            double total = 0;
            for (int i = 0; i < distance.length; i++) {
                distance[i] = Math.min(distance[i], Math.max(0, 2 - 2 * dot(people.get(i), seeds.getLast())));
                total += distance[i];
            }
            double drawn = random.nextDouble() * total;
            int next = 0;
            while (next < distance.length - 1 && drawn >= distance[next]) {
                drawn -= distance[next++];
            }
            seeds.add(people.get(next));
        }
        return seeds;
    }

    private static int[] groups(List<float[]> people, List<float[]> means) {
        var groups = new int[people.size()];
        for (int i = 0; i < groups.length; i++) {
            float best = Float.NEGATIVE_INFINITY;
            for (int mean = 0; mean < means.size(); mean++) {
                float cosine = dot(people.get(i), means.get(mean));
                if (cosine > best) {
                    best = cosine;
                    groups[i] = mean;
                }
            }
        }
        return groups;
    }

    /// Means of the groups with at least that many people; at least one.
    private static List<float[]> centres(List<float[]> people, int[] groups, int count, int least) {
        var sums = new float[count][FaceVector.LENGTH];
        var sizes = new int[count];
        for (int i = 0; i < groups.length; i++) {
            add(sums[groups[i]], people.get(i));
            sizes[groups[i]]++;
        }
        int largest = Arrays.stream(sizes).max().orElseThrow();
        var centres = new ArrayList<float[]>();
        for (int group = 0; group < count; group++) {
            if (sizes[group] >= Math.min(least, largest)) {
                centres.add(unit(sums[group]));
            }
        }
        return centres;
    }

    private static void add(float[] sum, float[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }

    private static float[] unit(float[] vector) {
        float length = (float) Math.max(Math.sqrt(dot(vector, vector)), 1e-9);
        var unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    private static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
