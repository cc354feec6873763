package io.vestibule.local.engine;

import io.vestibule.vision.Cohort;
import io.vestibule.vision.FaceVector;
import java.util.ArrayList;
import java.util.List;

/// Adds mean faces of a collection's own users to the shipped cohort: what "everybody" looks like here.
///
/// Users are grouped by the shipped mean that is nearest to them; the mean of each group of at least
/// [Cohort#LEAST_PEOPLE] users joins. Smaller groups do not, since their mean would still show who is in it.
final class CollectionCohort {

    /// Fewer users say little about a population.
    static final int LEAST_USERS = 300;

    private final Cohort shipped;
    private final float[][] sums;
    private final int[] counts;
    private int users;

    CollectionCohort(Cohort shipped) {
        this.shipped = shipped;
        this.sums = new float[shipped.size()][FaceVector.LENGTH];
        this.counts = new int[shipped.size()];
    }

    /// @param user a user vector, of unit length
    void add(float[] user) {
        int group = shipped.nearest(user);
        users++;
        counts[group]++;
        for (int i = 0; i < user.length; i++) {
            sums[group][i] += user[i];
        }
    }

    /// The shipped cohort, if there are too few users.
    Cohort extended() {
        if (users < LEAST_USERS) {
            return shipped;
        }
        var means = new ArrayList<float[]>();
        for (int group = 0; group < counts.length; group++) {
            if (counts[group] >= Cohort.LEAST_PEOPLE) {
                unit(sums[group], means);
            }
        }
        return shipped.with(means);
    }

    private static void unit(float[] sum, List<float[]> means) {
        double square = 0;
        for (float value : sum) {
            square += (double) value * value;
        }
        if (square > 1e-6) {
            float scale = (float) (1 / Math.sqrt(square));
            var mean = new float[sum.length];
            for (int i = 0; i < sum.length; i++) {
                mean[i] = sum[i] * scale;
            }
            means.add(mean);
        }
    }
}
