package io.vestibule.enrol.repair;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.Enrolment;
import io.vestibule.enrol.Records;
import io.vestibule.enrol.change.RemoveFlow;
import java.util.List;

/// Another photo in place of one that was refused or resembles the others too little.
public final class RetakeFlow {

    private final Records records;
    private final EnrolFlow enrol;
    private final RemoveFlow remove;

    public RetakeFlow(Records records, EnrolFlow enrol, RemoveFlow remove) {
        this.records = records;
        this.enrol = enrol;
        this.remove = remove;
    }

    /// Saves the new photos with the person whose the old one is; the old one is gone with that. Nothing changes if
    /// none of them is new.
    ///
    /// @throws EnrolException `enrol.photo-gone` if somebody removed the old one meanwhile
    public Enrolment retake(PhotoId old, List<DraftPhoto> photos) {
        return records.database().inTransaction(() -> {
            var photo = records.people()
                    .photos()
                    .find(old)
                    .filter(known -> !known.removed())
                    .orElseThrow(() -> new EnrolException("enrol.photo-gone"));
            var enrolment = enrol.add(photo.person(), photos);
            if (enrolment.saved() > 0) {
                remove.replace(old);
            }
            return enrolment;
        });
    }
}
