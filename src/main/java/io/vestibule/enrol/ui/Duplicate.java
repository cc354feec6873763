package io.vestibule.enrol.ui;

import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.Match;
import java.util.Optional;

/// Somebody alike, to be answered before anything is saved.
///
/// @param picture of the person who is there already
/// @param photo of the draft
/// @param figures whether whoever sits at the desk sees figures
public record Duplicate(Match match, Optional<byte[]> picture, DraftPhoto photo, boolean figures) {}
