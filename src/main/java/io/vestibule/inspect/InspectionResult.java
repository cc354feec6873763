package io.vestibule.inspect;

import io.vestibule.cloud.ImageAnalysis.DetectedFace;
import io.vestibule.cloud.ImageAnalysis.DetectedLabel;
import io.vestibule.cloud.ImageAnalysis.PersonEquipment;
import io.vestibule.cloud.ImageAnalysis.TextLine;
import java.util.List;

/// What a check found in one photo. Kept only as long as somebody looks at it.
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

    /// @param labels the certain ones first
    record Labels(InspectionKind check, List<DetectedLabel> labels) implements InspectionResult {}

    record Text(List<TextLine> lines) implements InspectionResult {
        @Override
        public InspectionKind check() {
            return InspectionKind.TEXT;
        }
    }
}
