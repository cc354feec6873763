package io.vestibule.privacy.record;

/// The documents for the record. Stored by name.
public enum RecordKind {
    /// Data protection impact assessment, Art. 35 GDPR.
    ASSESSMENT,
    /// Record of processing activities, Art. 30 GDPR.
    PROCESSING,
    SCHEDULE,
    /// The information for data subjects, Art. 13 GDPR; one for each site.
    NOTICE,
    /// For the entrance of a site, with the short form of the notice.
    SIGN;

    public boolean isOfSite() {
        return this == NOTICE || this == SIGN;
    }
}
