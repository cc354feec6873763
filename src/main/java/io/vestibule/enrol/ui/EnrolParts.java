package io.vestibule.enrol.ui;

import io.vestibule.enrol.EnrolFlow;
import io.vestibule.enrol.PhotoIntake;
import io.vestibule.enrol.repair.RetakeFlow;
import io.vestibule.people.PersonStandings;

/// What the Enrol screen is a door to. All of it blocks: not for the FX thread.
public record EnrolParts(EnrolFlow enrol, RetakeFlow retake, PhotoIntake intake, PersonStandings standings) {}
