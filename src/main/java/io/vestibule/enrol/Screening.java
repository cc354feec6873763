package io.vestibule.enrol;

import io.vestibule.check.Finding;
import java.util.List;

/// Checks of a photo to be stored that the local photo check does not do. May block for as long as a remote call.
@FunctionalInterface
public interface Screening {

    Screening NONE = (_, _) -> List.of();

    /// @param jpeg the final bytes
    /// @param imported whether it comes from a file or the clipboard, not from the camera of this computer
    /// @return problems found; a service that does not answer is a finding too, never an exception
    List<Finding> screen(byte[] jpeg, boolean imported);
}
