package io.vestibule.app.wiring;

import io.vestibule.people.change.ErasedStore;
import io.vestibule.privacy.AuditCheckFlow;
import io.vestibule.privacy.AuditExportFlow;
import io.vestibule.privacy.AuditReader;
import java.time.ZoneId;

/// What a privacy officer reads and proves.
public final class PrivacyWiring {

    private final Lazy<AuditReader> reader;
    private final Lazy<AuditCheckFlow> check;
    private final Lazy<AuditExportFlow> export;

    PrivacyWiring(StorageWiring storage) {
        this.reader = new Lazy<>(() -> new AuditReader(
                storage.log(),
                storage.operators(),
                storage.session(),
                storage.people(),
                new ErasedStore(storage.database()),
                ZoneId.systemDefault()));
        this.check = new Lazy<>(() -> new AuditCheckFlow(storage.log(), storage.session()));
        this.export = new Lazy<>(() -> new AuditExportFlow(reader.get(), storage.log(), storage.operators()));
    }

    /// Searches the audit log.
    public AuditReader auditReader() {
        return reader.get();
    }

    /// Checks the chain of the audit log.
    public AuditCheckFlow auditCheck() {
        return check.get();
    }

    /// Writes the audit log into a file.
    public AuditExportFlow auditExport() {
        return export.get();
    }
}
