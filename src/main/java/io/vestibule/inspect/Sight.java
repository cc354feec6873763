package io.vestibule.inspect;

import io.vestibule.cloud.ImageAnalysis.Label;
import io.vestibule.cloud.ImageAnalysis.Line;
import io.vestibule.cloud.ImageAnalysis.SeenFace;
import io.vestibule.cloud.ImageAnalysis.Wearer;
import java.util.List;

/// What a check found in one photo. Kept only as long as somebody looks at it.
public sealed interface Sight {

    Check check();

    /// @param faces largest first
    record Faces(List<SeenFace> faces) implements Sight {
        @Override
        public Check check() {
            return Check.FACES;
        }
    }

    record Worn(List<Wearer> people) implements Sight {
        @Override
        public Check check() {
            return Check.EQUIPMENT;
        }
    }

    /// @param labels the certain ones first
    record Things(Check check, List<Label> labels) implements Sight {}

    record Text(List<Line> lines) implements Sight {
        @Override
        public Check check() {
            return Check.TEXT;
        }
    }
}
