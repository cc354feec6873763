package io.vestibule.setup;

import io.vestibule.cloud.aws.ProfileForm;
import java.util.Optional;

/// What is set, and what is in use.
///
/// @param region of AWS that is in use since the start; empty for the embedded engine
/// @param locked whether the machine's administrator has fixed any of it
/// @param restartNeeded whether the next start uses something else
public record CloudFacts(ProfileForm draft, Optional<String> region, boolean locked, boolean restartNeeded) {}
