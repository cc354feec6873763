package io.vestibule.enrol.ui;

import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.repair.RetakeFlow;
import io.vestibule.people.EnrolmentStatusProvider;
import java.util.function.Supplier;

/// The services behind the Enrol screen. All of them block: do not call them on the FX thread. The flows are created
/// on first use, because the face service takes time to open, and the name can be typed before.
public record EnrolParts(
        Supplier<EnrolFlow> enrol,
        Supplier<RetakeFlow> retake,
        PhotoIntake intake,
        Supplier<? extends EnrolmentStatusProvider> statuses) {}
