package io.vestibule.capture.ui;

import io.vestibule.capture.CapturePlan;
import io.vestibule.capture.CaptureSession;
import io.vestibule.ui.TaskRunner;
import java.time.InstantSource;
import java.util.function.Function;

/// The dependencies of live capture.
///
/// @param sessions starts the capture of one person
/// @param clock measures how long a person has held still
/// @param shutterSound plays when a photo is taken, in the background
public record LiveParts(
        Function<CapturePlan, CaptureSession> sessions, TaskRunner work, InstantSource clock, Runnable shutterSound) {}
