package io.vestibule.enrol.ui;

import io.vestibule.ui.Strings;

/// The engine that a similarity is of, in words.
public final class EngineFormatter {

    private EngineFormatter() {}

    /// @param engine as a score carries it, for example `embedded-1`
    public static String format(Strings strings, String engine) {
        return engine.startsWith("embedded") ? strings.text("enrol.engine-embedded") : engine;
    }
}
