package io.vestibule.app.wiring;

import io.vestibule.audit.AuditException;
import io.vestibule.check.Finding;
import io.vestibule.check.Reason;
import io.vestibule.cloud.CloudException;
import io.vestibule.cloud.ImageAnalysis.EquipmentItem;
import io.vestibule.enrol.Screening;
import io.vestibule.inspect.InspectException;
import io.vestibule.inspect.InspectionKind;
import io.vestibule.inspect.InspectionResult;
import io.vestibule.inspect.PhotoInspector;
import java.util.ArrayList;
import java.util.List;

/// Screens photos before they are stored with the Amazon Rekognition checks that are enabled: whether something
/// covers the face or the head, and for imported photos whether the content is appropriate.
final class PhotoScreening implements Screening {

    private static final String FACE = "FACE_COVER";
    private static final String HEAD = "HEAD_COVER";

    private final PhotoInspector checks;

    PhotoScreening(PhotoInspector checks) {
        this.checks = checks;
    }

    @Override
    public List<Finding> screen(byte[] jpeg, boolean imported) {
        var findings = new ArrayList<Finding>();
        try {
            if (imported
                    && checks.isEnabled(InspectionKind.MODERATION)
                    && checks.inspect(InspectionKind.MODERATION, jpeg, "") instanceof InspectionResult.Labels labels
                    && !labels.labels().isEmpty()) {
                findings.add(Finding.refuse(Reason.UNFIT));
                return findings;
            }
            if (checks.isEnabled(InspectionKind.EQUIPMENT)
                    && checks.inspect(InspectionKind.EQUIPMENT, jpeg, "")
                            instanceof InspectionResult.Equipment equipment) {
                if (covered(equipment, FACE)) {
                    findings.add(Finding.refuse(Reason.FACE_COVERED));
                }
                if (covered(equipment, HEAD)) {
                    findings.add(Finding.warn(Reason.HEAD_COVERED));
                }
            }
        } catch (CloudException | InspectException | AuditException _) {
            // An unavailable service does not block enrolment; a warning says that the photo was not checked.
            findings.add(Finding.warn(Reason.UNCHECKED));
        }
        return findings;
    }

    private static boolean covered(InspectionResult.Equipment equipment, String type) {
        return equipment.people().stream()
                .flatMap(person -> person.covers().stream())
                .filter(EquipmentItem::coversBodyPart)
                .anyMatch(equipmentItem -> equipmentItem.type().equals(type));
    }
}
