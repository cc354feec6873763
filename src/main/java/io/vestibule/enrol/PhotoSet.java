package io.vestibule.enrol;

import io.vestibule.check.PhotoConsistencyCheck;
import io.vestibule.vision.Cohort;
import java.util.ArrayList;
import java.util.List;

/// The photos of one enrolment in the order in which they are associated.
///
/// @param ordered the photo that is closest to all others first: it defines the user
/// @param outliers photos that look like somebody else than the others
record PhotoSet(List<DraftPhoto> ordered, List<DraftPhoto> outliers) {

    static PhotoSet of(List<DraftPhoto> photos, Cohort cohort) {
        if (photos.isEmpty()) {
            return new PhotoSet(List.of(), List.of());
        }
        var check = new PhotoConsistencyCheck(cohort);
        var vectors = photos.stream().map(photo -> photo.face().vector()).toList();
        var ordered = new ArrayList<>(photos);
        ordered.addFirst(ordered.remove(check.closestToAll(vectors)));
        var far = check.findOutliers(vectors).stream().map(photos::get).toList();
        return new PhotoSet(List.copyOf(ordered), far);
    }
}
