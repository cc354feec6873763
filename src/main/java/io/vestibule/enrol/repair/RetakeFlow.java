package io.vestibule.enrol.repair;

import io.vestibule.base.PhotoId;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.EnrolContext;
import io.vestibule.enrol.EnrolException;
import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.Enrolment;
import io.vestibule.enrol.change.RemoveFlow;
import io.vestibule.people.LegalBasis;
import java.util.List;
import java.util.Optional;

/// Replaces a photo that was refused or is too dissimilar from the person's other photos.
public final class RetakeFlow {

    private final EnrolContext context;
    private final EnrolFlow enrol;
    private final RemoveFlow remove;

    public RetakeFlow(EnrolContext enrolContext, EnrolFlow enrol, RemoveFlow remove) {
        this.context = enrolContext;
        this.enrol = enrol;
        this.remove = remove;
    }

    /// Adds the new photos to the person whom the old photo belongs to, and removes the old photo. Nothing
    /// changes if none of the photos is new.
    ///
    /// @throws EnrolException `enrol.photo-gone` if the old photo was removed in the meantime
    public Enrolment retake(PhotoId old, List<DraftPhoto> photos) {
        return retake(old, photos, Optional.empty());
    }

    /// The same for a person who was asked for consent now, as in [EnrolFlow#addPhotos].
    public Enrolment retake(PhotoId old, List<DraftPhoto> photos, Optional<LegalBasis> answer) {
        return context.database().inTransaction(() -> {
            var photo = context.people()
                    .photos()
                    .find(old)
                    .filter(known -> !known.removed())
                    .orElseThrow(() -> new EnrolException("enrol.photo-gone"));
            var enrolment = enrol.addPhotos(photo.person(), photos, answer);
            if (enrolment.saved() > 0) {
                remove.replace(old);
            }
            return enrolment;
        });
    }
}
