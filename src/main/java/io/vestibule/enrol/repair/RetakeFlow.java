package io.vestibule.enrol.repair;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.Enrolment;
import io.vestibule.enrol.change.RemoveFlow;
import java.util.List;

/// Another photo in place of one that was refused or resembles the others too little.
public final class RetakeFlow {

    private final EnrolContext context;
    private final EnrolFlow enrol;
    private final RemoveFlow remove;

    public RetakeFlow(EnrolContext enrolContext, EnrolFlow enrol, RemoveFlow remove) {
        this.context = enrolContext;
        this.enrol = enrol;
        this.remove = remove;
    }

    /// Saves the new photos with the person whose the old one is; the old one is gone with that. Nothing changes if
    /// none of them is new.
    ///
    /// @throws EnrolException `enrol.photo-gone` if somebody removed the old one meanwhile
    public Enrolment retake(PhotoId old, List<DraftPhoto> photos) {
        return context.database().inTransaction(() -> {
            var photo = context.people()
                    .photos()
                    .find(old)
                    .filter(known -> !known.removed())
                    .orElseThrow(() -> new EnrolException("enrol.photo-gone"));
            var enrolment = enrol.addPhotos(photo.person(), photos);
            if (enrolment.saved() > 0) {
                remove.replace(old);
            }
            return enrolment;
        });
    }
}
