package io.vestibule.capture.ui;

import io.vestibule.capture.CapturePlan;
import io.vestibule.capture.CaptureSession;
import io.vestibule.ui.TaskRunner;
import java.time.InstantSource;
import java.util.function.Function;

/// What live capture is made of.
///
/// @param sessions begins one person's capture
/// @param clock tells how long somebody has held still
/// @param shutterSound sounds when a photo is taken, in the background
public record LiveParts(
        Function<CapturePlan, CaptureSession> sessions, TaskRunner work, InstantSource clock, Runnable shutterSound) {}
