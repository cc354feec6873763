package io.vestibule.ui;

/// How large text and controls are shown, as chosen in Settings.
public enum TextSize {
    SYSTEM(0),
    PERCENT_100(1),
    PERCENT_125(1.25),
    PERCENT_150(1.5),
    PERCENT_175(1.75),
    PERCENT_200(2);

    /// The largest factor, as in criterion 1.4.4 of WCAG 2.2.
    public static final double MAX = 2;

    private final double factor;

    TextSize(double factor) {
        this.factor = factor;
    }

    /// @param system the factor of the system's own text size; 1 where the system has none
    /// @return 1 to [#MAX]
    public double factor(double system) {
        return Math.clamp(factor == 0 ? system : factor, 1, MAX);
    }
}
