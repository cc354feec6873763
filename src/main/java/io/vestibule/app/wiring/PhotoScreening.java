package io.vestibule.app.wiring;

import io.vestibule.audit.AuditException;
import io.vestibule.check.Finding;
import io.vestibule.check.Reason;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.ImageAnalysis.Cover;
import io.vestibule.enrol.Screening;
import io.vestibule.inspect.Check;
import io.vestibule.inspect.InspectException;
import io.vestibule.inspect.PhotoChecks;
import io.vestibule.inspect.Sight;
import java.util.ArrayList;
import java.util.List;

/// What Amazon Rekognition says of photos that are to be kept, as far as that was switched on: whether something covers
/// the face or the head, and of imported ones whether they may be shown.
final class PhotoScreening implements Screening {

    private static final String FACE = "FACE_COVER";
    private static final String HEAD = "HEAD_COVER";

    private final PhotoChecks checks;

    PhotoScreening(PhotoChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<Finding> of(byte[] jpeg, boolean imported) {
        var findings = new ArrayList<Finding>();
        try {
            if (imported
                    && checks.isOn(Check.MODERATION)
                    && checks.look(Check.MODERATION, jpeg, "") instanceof Sight.Things things
                    && !things.labels().isEmpty()) {
                findings.add(Finding.refuse(Reason.UNFIT));
                return findings;
            }
            if (checks.isOn(Check.EQUIPMENT) && checks.look(Check.EQUIPMENT, jpeg, "") instanceof Sight.Worn worn) {
                if (covered(worn, FACE)) {
                    findings.add(Finding.refuse(Reason.FACE_COVERED));
                }
                if (covered(worn, HEAD)) {
                    findings.add(Finding.warn(Reason.HEAD_COVERED));
                }
            }
        } catch (CloudException | InspectException | AuditException _) {
            // Without the service people are enrolled all the same; that it was not asked is said.
            findings.add(Finding.warn(Reason.UNCHECKED));
        }
        return findings;
    }

    private static boolean covered(Sight.Worn worn, String type) {
        return worn.people().stream()
                .flatMap(person -> person.covers().stream())
                .filter(Cover::covers)
                .anyMatch(cover -> cover.type().equals(type));
    }
}
