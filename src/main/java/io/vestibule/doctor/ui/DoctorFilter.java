package io.vestibule.doctor.ui;

/// Which rows are shown.
enum DoctorFilter {
    ALL,
    FIXABLE,
    TOLD_ONLY;

    boolean shows(DiscrepancyRow row) {
        return switch (this) {
            case ALL -> true;
            case FIXABLE -> row.kind().remedy().isPresent();
            case TOLD_ONLY -> row.kind().remedy().isEmpty();
        };
    }
}
