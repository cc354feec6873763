package io.vestibule.enrol.ui;

import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.repair.RetakeFlow;
import io.vestibule.people.EnrolmentStatusProvider;
import java.util.function.Supplier;

/// What the Enrol screen is a door to. All of it blocks: not for the FX thread. The flows are made when they are first
/// asked for, because the service that they work with takes time to open, and a name can be typed before.
public record EnrolParts(
        Supplier<EnrolFlow> enrol,
        Supplier<RetakeFlow> retake,
        PhotoIntake intake,
        Supplier<? extends EnrolmentStatusProvider> statuses) {}
