package io.vestibule.camera;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/// Log of something that is tried again every few seconds and fails the same way for as long as there is no camera:
/// each line is logged once.
public final class RetryLog {

    private final Logger logger;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    public RetryLog(Logger logger) {
        this.logger = logger;
    }

    void info(String line) {
        if (logged.add(line)) {
            logger.info("{}", line);
        }
    }

    public void warn(String line) {
        if (logged.add(line)) {
            logger.warn("{}", line);
        }
    }

    /// What fails from now on is logged again.
    void forget() {
        logged.clear();
    }
}
