package io.vestibule.app.wiring;

import io.vestibule.backup.BackupKeys;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.privacy.AuditCheckFlow;
import io.vestibule.privacy.AuditExportFlow;
import io.vestibule.privacy.AuditReader;
import io.vestibule.privacy.receipt.ErasureReader;
import io.vestibule.privacy.receipt.ReceiptFlow;
import io.vestibule.privacy.receipt.ReceiptKey;
import java.time.Duration;
import java.time.ZoneId;

/// What a privacy officer reads and proves.
public final class PrivacyWiring {

    private final Lazy<AuditReader> reader;
    private final Lazy<AuditCheckFlow> check;
    private final Lazy<AuditExportFlow> export;
    private final Lazy<ErasureReader> erasures;
    private final Lazy<ReceiptKey> receiptKey;
    private final Lazy<ReceiptFlow> receipts;

    PrivacyWiring(StorageWiring storage) {
        this.reader = new Lazy<>(() -> new AuditReader(
                storage.log(),
                storage.operators(),
                storage.session(),
                storage.people(),
                new ErasedStore(storage.database()),
                ZoneId.systemDefault()));
        this.check = new Lazy<>(() -> new AuditCheckFlow(storage.log(), storage.session()));
        this.export = new Lazy<>(() -> new AuditExportFlow(reader.get(), storage.log()));
        this.erasures = new Lazy<>(() -> new ErasureReader(
                new ErasureCheckStore(storage.database()),
                storage.people().companies(),
                storage.operators(),
                storage.session(),
                storage.clock()));
        this.receiptKey = new Lazy<>(() -> new ReceiptKey(storage.key().derive("receipt")));
        this.receipts = new Lazy<>(() -> new ReceiptFlow(
                erasures.get(),
                storage.log(),
                receiptKey,
                () -> Duration.ofDays(storage.settings().get(BackupKeys.DAYS))));
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

    /// Erasures, and what was found afterwards.
    public ErasureReader erasures() {
        return erasures.get();
    }

    /// Writes receipts of erasures.
    public ReceiptFlow receipts() {
        return receipts.get();
    }

    /// The key with which this desk signs receipts.
    public ReceiptKey receiptKey() {
        return receiptKey.get();
    }
}
