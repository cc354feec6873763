package io.vestibule.settings;

import io.vestibule.base.Problem;
import java.io.IOException;

/// An operation on the settings, the data folder or the vault failed.
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SettingsFailure failure;

    public SettingsException(SettingsFailure failure) {
        super(failure.problem().code());
        this.failure = failure;
    }

    public SettingsException(SettingsFailure failure, Throwable cause) {
        super(failure.problem().code(), cause);
        this.failure = failure;
    }

    static SettingsException of(IOException cause) {
        return new SettingsException(SettingsFailure.of(cause), cause);
    }

    public SettingsFailure failure() {
        return failure;
    }

    public Problem problem() {
        return failure.problem();
    }
}
