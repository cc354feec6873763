package io.vestibule.setup;

import io.vestibule.cloud.aws.ProfileForm;
import java.util.Optional;

/// The configured AWS connection, and the one in use.
///
/// @param draft the configured connection
/// @param region AWS region in use since the start; empty for the embedded engine
/// @param locked whether the machine's administrator has locked any of the settings
/// @param undetermined whether no service is in use, because the settings were damaged
/// @param restartNeeded whether the next start uses another connection
public record CloudFacts(
        ProfileForm draft, Optional<String> region, boolean locked, boolean undetermined, boolean restartNeeded) {}
