package io.vestibule.setup;

import io.vestibule.cloud.Operation;
import io.vestibule.cloud.aws.ProfileForm;
import io.vestibule.cloud.aws.ProfileSettings;
import java.util.List;
import java.util.Optional;

/// Port: the connection to AWS that is configured, and the one in use since the start.
public interface CloudProfileSource {

    /// Reads and writes which connection is configured. A change takes effect at the next start.
    ProfileSettings profiles();

    /// What was configured when the program started.
    ProfileForm startupProfile();

    /// Whether it was unknown at the start which service was chosen, because the settings were damaged.
    boolean isUndetermined();

    /// The region of AWS in use; empty for the embedded engine.
    Optional<String> region();

    /// The operations that are called because a photo check is enabled.
    List<Operation> enabledOperations();
}
