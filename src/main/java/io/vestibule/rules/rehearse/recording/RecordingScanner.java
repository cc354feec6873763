package io.vestibule.rules.rehearse.recording;

import io.vestibule.base.ProgressListener;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/// Port: finds the faces of a recording on this computer, and names the price of searching them.
public interface RecordingScanner {

    /// Decodes the recording and follows its faces. Sends and stores nothing. Blocks for minutes; an interrupt ends
    /// it.
    ///
    /// @param listener gets the seconds of the recording that are done
    RecordingScan scan(Path recording, ProgressListener listener) throws Exception;

    /// What searches for that many faces cost, in US dollars; empty where the service does not charge.
    Optional<BigDecimal> price(int searches);
}
