package io.vestibule.app.wiring;

import io.vestibule.backup.BackupKeys;
import io.vestibule.base.PhotoId;
import io.vestibule.bulk.PersonKeyStore;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.people.change.ErasedStore;
import io.vestibule.people.change.ErasureCheckStore;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.privacy.AuditCheckFlow;
import io.vestibule.privacy.AuditExportFlow;
import io.vestibule.privacy.AuditReader;
import io.vestibule.privacy.access.HandOverFlow;
import io.vestibule.privacy.access.HeldDataReader;
import io.vestibule.privacy.receipt.ErasureReader;
import io.vestibule.privacy.receipt.ReceiptFlow;
import io.vestibule.privacy.receipt.ReceiptKey;
import io.vestibule.privacy.record.PrintedStore;
import io.vestibule.privacy.record.RecordFlow;
import io.vestibule.privacy.record.RecordSource;
import io.vestibule.privacy.retention.ProofFlow;
import io.vestibule.privacy.retention.RetentionFlow;
import io.vestibule.privacy.retention.RetentionReader;
import io.vestibule.store.CompanyScope;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a privacy officer reads and proves.
public final class PrivacyWiring {

    private final Lazy<AuditReader> reader;
    private final Lazy<AuditCheckFlow> check;
    private final Lazy<AuditExportFlow> export;
    private final Lazy<ErasureReader> erasures;
    private final Lazy<ReceiptKey> receiptKey;
    private final Lazy<ReceiptFlow> receipts;
    private final ConsentWiring consent;
    private final Lazy<RetentionReader> retention;
    private final Lazy<RetentionFlow> retentionFlow;
    private final Lazy<ProofFlow> proofs;
    private final Lazy<HandOverFlow> handOver;
    private final Lazy<RecordFlow> records;

    /// @param rules that look for a person
    /// @param photos reads one in full
    PrivacyWiring(
            StorageWiring storage,
            EnrolWiring enrol,
            ConsentWiring consent,
            RecordSource facts,
            Supplier<PersonRuleReferences> rules,
            Function<PhotoId, Optional<byte[]>> photos) {
        this.consent = consent;
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
        this.retention = new Lazy<>(() -> new RetentionReader(
                storage.people(),
                storage.session(),
                storage.clock(),
                () -> enrol.housekeeping().question(),
                () -> storage.settings().get(EnrolKeys.REVIEW_GRACE)));
        this.retentionFlow = new Lazy<>(
                () -> new RetentionFlow(enrol.extend(), enrol.holds(), enrol.commands(), enrol.housekeeping()::note));
        this.records = new Lazy<>(() -> new RecordFlow(
                facts,
                new PrintedStore(CompanyScope.ofActive(storage.database())),
                storage.people().companies(),
                storage.session(),
                storage.log(),
                storage.clock()));
        this.handOver = new Lazy<>(() -> new HandOverFlow(
                new HeldDataReader(
                        storage.people(),
                        rules.get(),
                        reader.get(),
                        consent.store(),
                        new HeldDataReader.Sources(
                                new PersonKeyStore(CompanyScope.ofActive(storage.database()))::of, photos),
                        storage.clock()),
                storage.session(),
                storage.log()));
        this.proofs = new Lazy<>(() -> new ProofFlow(retention.get(), storage.log()));
    }

    /// Consent texts: what people are shown, and who writes it.
    public ConsentWiring consent() {
        return consent;
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

    /// Whose retention period or review is over or soon will be.
    public RetentionReader retention() {
        return retention.get();
    }

    /// Extends, holds and removes several people at once.
    public RetentionFlow retentionFlow() {
        return retentionFlow.get();
    }

    /// Documents that are filled in from the running configuration.
    public RecordFlow records() {
        return records.get();
    }

    /// Writes all data of a person into a file for them.
    public HandOverFlow handOver() {
        return handOver.get();
    }

    /// Writes what was due in a month.
    public ProofFlow proofs() {
        return proofs.get();
    }
}
