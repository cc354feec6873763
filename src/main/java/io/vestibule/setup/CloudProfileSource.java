package io.vestibule.setup;

import io.vestibule.cloud.Operation;
import io.vestibule.cloud.aws.Draft;
import io.vestibule.cloud.aws.Profiles;
import java.util.List;
import java.util.Optional;

/// Port: the connection to AWS that is configured, and the one in use since the start.
public interface CloudProfileSource {

    /// Reads and writes which connection is configured. A change is used from the next start on.
    Profiles profiles();

    /// What was configured when the program started.
    Draft started();

    /// The region of AWS in use; empty for the embedded engine.
    Optional<String> region();

    /// The operations that are called because a photo check was switched on.
    List<Operation> switchedOn();
}
