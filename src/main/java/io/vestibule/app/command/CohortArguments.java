package io.vestibule.app.command;

import java.nio.file.Path;

/// What follows `cohort` on the command line.
///
/// @param photos folder of photos: each folder in it is one person, and so is each photo that lies in it directly
/// @param file that is written
public record CohortArguments(Path photos, Path file) implements CommandDetails {}
