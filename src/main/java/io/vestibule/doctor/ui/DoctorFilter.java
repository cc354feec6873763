package io.vestibule.doctor.ui;

/// Which rows are shown.
enum DoctorFilter {
    ALL,
    PROPOSED,
    DECISION;

    boolean shows(DiscrepancyRow row) {
        return switch (this) {
            case ALL -> true;
            case PROPOSED -> row.kind().isProposed();
            case DECISION -> !row.kind().isProposed();
        };
    }
}
