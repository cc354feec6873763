package io.vestibule.enrol;

import io.vestibule.check.Finding;
import java.util.List;

/// Asks more of a photo that is to be kept than this machine sees by itself. May take as long as a call.
@FunctionalInterface
public interface Screening {

    Screening NONE = (_, _) -> List.of();

    /// @param jpeg the final bytes
    /// @param imported whether it comes from a file or the clipboard, not from the camera of this desk
    /// @return what is wrong with it; a service that gives no answer is a finding too, never an exception
    List<Finding> screen(byte[] jpeg, boolean imported);
}
