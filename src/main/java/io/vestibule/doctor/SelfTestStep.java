package io.vestibule.doctor;

import io.vestibule.journal.run.StepHandler;
import io.vestibule.journal.run.StepKind;
import io.vestibule.journal.run.StepOutcome;
import java.util.Map;

/// The line that a gallery self-test has in Activity: a job about the test, with nothing left to do.
public enum SelfTestStep implements StepKind {
    /// Subject: id of the test.
    REPORT;

    private static final String KEY = "gallery-test";

    @Override
    public String key() {
        return KEY;
    }

    /// Its handler by its key.
    public static Map<String, StepHandler> handlers() {
        return Map.of(KEY, _ -> StepOutcome.DONE);
    }
}
