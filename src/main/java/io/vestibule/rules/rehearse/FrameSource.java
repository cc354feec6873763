package io.vestibule.rules.rehearse;

import java.util.Optional;

/// Port: where a picture to rehearse with comes from, besides files.
public interface FrameSource {

    /// What it is called on its button.
    enum Kind {
        WEBCAM,
        SAMPLE
    }

    Kind kind();

    /// A picture file of now. Blocks; empty if there is none.
    Optional<byte[]> take();
}
