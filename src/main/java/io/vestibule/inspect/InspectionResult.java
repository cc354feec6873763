package io.vestibule.inspect;

import io.vestibule.cloud.ImageAnalysis.DetectedFace;
import io.vestibule.cloud.ImageAnalysis.DetectedLabel;
import io.vestibule.cloud.ImageAnalysis.PersonEquipment;
import io.vestibule.cloud.ImageAnalysis.TextLine;
import java.util.List;

/// The result of a check on one photo. Held only while it is displayed.
public sealed interface InspectionResult {

    InspectionKind check();

    /// @param faces largest first
    record Faces(List<DetectedFace> faces) implements InspectionResult {
        @Override
        public InspectionKind check() {
            return InspectionKind.FACES;
        }
    }

    record Equipment(List<PersonEquipment> people) implements InspectionResult {
        @Override
        public InspectionKind check() {
            return InspectionKind.EQUIPMENT;
        }
    }

    /// @param labels the highest confidence first
    record Labels(InspectionKind check, List<DetectedLabel> labels) implements InspectionResult {}

    record Text(List<TextLine> lines) implements InspectionResult {
        @Override
        public InspectionKind check() {
            return InspectionKind.TEXT;
        }
    }
}
